import type { ImportCounts } from '@oeuvre/domain/transfers/overview/schema'
import { Figures } from '@oeuvre/ui/layout/figures.tsx'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import classes from './count-figures.module.css'

type CountFiguresProps = { readonly counts: ImportCounts; readonly label: string; readonly isForeseen: boolean }

/** What becomes of the rows, and what is made beside them. */
export function CountFigures({ counts, label, isForeseen }: CountFiguresProps) {
  const t = useTranslations('transfers.counts')
  const { number, list } = useFormat()
  const { lost, open, ignored } = counts.leftOut
  const reasons = (['lost', 'open', 'ignored'] as const).flatMap((why) =>
    counts.leftOut[why] > 0 ? [t(why, { count: counts.leftOut[why] })] : [],
  )
  const figures = [
    { key: 'added', count: counts.added },
    { key: 'updated', count: counts.updated },
    { key: 'unchanged', count: counts.unchanged },
    ...(counts.withdrawn > 0 ? [{ key: 'withdrawn' as const, count: counts.withdrawn }] : []),
    ...(lost + open + ignored > 0 ? [{ key: 'leftOut' as const, count: lost + open + ignored, note: list(reasons) }] : []),
    { key: 'faulty', count: counts.faulty },
  ] satisfies { key: 'added' | 'updated' | 'unchanged' | 'withdrawn' | 'leftOut' | 'faulty'; count: number; note?: string }[]
  const made = [
    counts.personsCreated > 0 && t(isForeseen ? 'willPersons' : 'persons', { count: counts.personsCreated }),
    counts.teamsCreated > 0 && t(isForeseen ? 'willTeams' : 'teams', { count: counts.teamsCreated }),
    counts.channelsCreated > 0 && t(isForeseen ? 'willChannels' : 'channels', { count: counts.channelsCreated }),
  ].filter((words) => words !== false)
  return (
    <>
      <Figures label={label} figures={figures.map(({ key, count, note }) => ({ key, label: t(key), value: number(count), note }))} />
      {made.length > 0 && (
        <p className={classes.made}>
          <b>{t('also')}</b> {list(made)}
        </p>
      )}
    </>
  )
}
