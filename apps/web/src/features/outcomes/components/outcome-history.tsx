import type { HistoryChange, HistoryEntry, HistoryValue } from '@oeuvre/domain/outcomes/history/schema'
import { Change, Timeline } from '@oeuvre/ui/data/timeline.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useVocabularyNames } from '../embed/vocabulary-names.ts'
import { deedOf, isWeighty } from '../model/history-deed.ts'
import { useReasonName } from '../model/use-reasons.ts'
import styles from './outcome-history.module.css'

/** Who did what and when, the newest first, with what it was before and what was said. */
export function OutcomeHistory({ id }: { readonly id: string }) {
  const t = useTranslations('review.outcome')
  const f = useFormat()
  const { data } = useSuspenseQuery(trpc.outcomes.history.queryOptions({ id }))
  return (
    <Timeline
      label={t('history')}
      items={data.entries.toReversed().map((entry) => ({
        key: entry.id,
        at: f.instant(entry.at),
        dateTime: entry.at,
        weighty: isWeighty(entry),
        children: <Entry entry={entry} />,
      }))}
    />
  )
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const t = useTranslations('review')
  const reason = useReasonName()
  const f = useFormat()
  return (
    <>
      <b>{t(`outcome.events.${deedOf(entry)}`)}</b>{' '}
      {entry.by && t(entry.isImport ? 'outcome.byImport' : 'outcome.byPerson', { name: entry.by.name })}
      {entry.for && <> {t('outcome.inPlaceOf', { name: entry.for.name })}</>}
      {entry.told.length > 0 && (
        <div className={styles.line}>{t('outcome.told', { names: f.list(entry.told.map((one) => one.name)) })}</div>
      )}
      {entry.reason && <div className={styles.line}>{reason(entry.reason)}</div>}
      {entry.passedOn?.from && entry.passedOn.to && (
        <div className={styles.line}>{t('outcome.passedOn', { from: entry.passedOn.from.name, to: entry.passedOn.to.name })}</div>
      )}
      {entry.words && <q className={styles.words}>{entry.words}</q>}
      {entry.changes.map((change) => (
        <ChangeLine key={change.field} change={change} />
      ))}
    </>
  )
}

const long = ['situation', 'action', 'result'] as const

/** Before and after; parts of the story only by name, since the whole stands on the page. */
function ChangeLine({ change }: { readonly change: HistoryChange }) {
  const t = useTranslations('review.outcome')
  const say = useValueText()
  const field = t(`fields.${change.field}`)
  if (long.some((one) => one === change.field)) return <div className={styles.line}>{field}</div>
  return (
    <div className={styles.line}>
      {t('edited', { field })} <Change before={say(change.before)} after={say(change.after)} />
    </div>
  )
}

export function useValueText(): (value: HistoryValue) => string {
  const t = useTranslations('review')
  const f = useFormat()
  const names = useVocabularyNames()
  return (value) => {
    switch (value.kind) {
      case 'nothing':
        return t('outcome.nothing')
      case 'withheld':
        return t('list.withheld')
      case 'text':
        return value.text
      case 'money':
        return f.money(value.money)
      case 'day':
        return f.day(value.day, 'medium')
      case 'type':
        return names.type(value.type)
      case 'names':
        return f.list(value.names)
      case 'channels':
        return f.list(value.channels.map((channel) => names.channel(channel)))
      case 'skill':
        return names.skill(value.skill)
      case 'shares':
        return f.list(value.shares.map(({ name, basisPoints }) => `${name} ${f.percent(basisPoints)}`))
    }
  }
}
