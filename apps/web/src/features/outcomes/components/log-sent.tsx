import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PlainLink, QuietLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from './log.module.css'

/** Said once it is sent: who reviews it and when, and the way back. */
export function LogSent({ id, isUndoing, onUndo }: { readonly id: string; readonly isUndoing: boolean; readonly onUndo: () => void }) {
  const t = useTranslations('outcomesLog.sent')
  const f = useFormat()
  const { organization, settings } = useShell()
  const { data } = useQuery(trpc.outcomes.get.queryOptions({ id }))
  const count = settings.promiseDays
  const names = f.list(data?.waitsFor?.deciders.map((person) => person.name).slice(0, 3) ?? [], 'or')
  const asked = f.list(data?.waitsFor?.ask.map((person) => person.name).slice(0, 3) ?? [], 'or')
  const text = names ? t('text', { names, count }) : asked ? t('ask', { names: asked }) : t('textNobody', { count })
  return (
    <div className={classes.sent} role="status">
      <PageHead title={t('title')} intro={`${text} ${t('story')}`} />
      <div className={classes.send}>
        <PlainLink to="/$organization/outcomes/$id" params={{ organization, id }} tall stretch="phone">
          {t('read')}
        </PlainLink>
        <QuietLink to="/$organization/outcomes/new" params={{ organization }} tall stretch="phone">
          {t('another')}
        </QuietLink>
        <QuietAction tall stretch="phone" loading={isUndoing} onClick={onUndo}>
          {t('undo')}
        </QuietAction>
      </div>
    </div>
  )
}
