import type { HistoryChange, HistoryEntry } from '@oeuvre/domain/outcomes/history/schema'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { Change, Timeline } from '@oeuvre/ui/data/timeline.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { deedOf, isWeighty } from '../model/history-deed.ts'
import { useReasonName } from '../model/use-reasons.ts'
import styles from './outcome-history.module.css'
import { ReportedLine } from './reported-line.tsx'
import { useValueText } from './use-value-text.ts'
import { VersionDialog } from './version-dialog.tsx'

/** Who did what and when, the newest first, with what it was before and what was said. */
export function OutcomeHistory({ id }: { readonly id: string }) {
  const t = useTranslations('review.outcome')
  const f = useFormat()
  const { data } = useSuspenseQuery(trpc.outcomes.history.queryOptions({ id }))
  const [read, setRead] = useState<number | null>(null)
  return (
    <>
      <Timeline
        label={t('history')}
        items={data.entries.toReversed().map((entry) => ({
          key: entry.id,
          at: f.instant(entry.at),
          dateTime: entry.at,
          weighty: isWeighty(entry),
          children: <Entry entry={entry} onRead={setRead} />,
        }))}
      />
      {read !== null && <VersionDialog id={id} version={read} onClose={() => setRead(null)} />}
    </>
  )
}

type EntryProps = { readonly entry: HistoryEntry; readonly onRead: (version: number) => void }

function Entry({ entry, onRead }: EntryProps) {
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
      {entry.restored !== null && <div className={styles.line}>{t('outcome.restored', { version: entry.restored })}</div>}
      {entry.changes.map((change) => (
        <ChangeLine key={change.field} change={change} />
      ))}
      <ReadVersion version={entry.version} onRead={onRead} />
    </>
  )
}

function ReadVersion({ version, onRead }: { readonly version: number | null; readonly onRead: (version: number) => void }) {
  const t = useTranslations('review.outcome')
  if (version === null) return null
  return (
    <div className={styles.line}>
      <TextButton onClick={() => onRead(version)}>{t('readVersion', { version })}</TextButton>
    </div>
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
      <ReportedLine isNamed value={change.before} />
      <ReportedLine isNamed value={change.after} />
    </div>
  )
}
