import { Progress } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import classes from './going.module.css'

type GoingProps = { readonly title: ReactNode; readonly done?: number; readonly total?: number | null; readonly note?: ReactNode }

/** Work that goes on by itself: what it is, how far it is, and that one may leave. */
export function Going({ title, done = 0, total = null, note }: GoingProps) {
  const t = useTranslations('transfers.check')
  const { number } = useFormat()
  const words = total ? t('progress', { done: number(done), total: number(total) }) : ''
  return (
    <section className={classes.going} aria-busy="true">
      <h2 role="status">{title}</h2>
      <Progress
        value={total ? Math.min(100, (done / total) * 100) : 100}
        animated={!total}
        striped={!total}
        color="gray"
        aria-label={words || String(title)}
      />
      {words && <p className="tabular">{words}</p>}
      <p className={classes.note}>{note ?? t('canLeave')}</p>
    </section>
  )
}
