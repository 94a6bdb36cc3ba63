import { Checkbox } from '@mantine/core'
import type { QueueItem } from '@oeuvre/domain/outcomes/review/schema'
import { laterDay } from '@oeuvre/domain/time/day'
import { Track } from '@oeuvre/ui/data/track.tsx'
import { Flag } from '@oeuvre/ui/feedback/notice.tsx'
import { Swatch } from '@oeuvre/ui/marks/swatch.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { pigmentOf } from '../embed/pigments.ts'
import { useOutcomeWords } from '../model/use-outcome-words.ts'
import { rowId } from '../model/use-queue.ts'
import styles from './queue-list.module.css'

export type QueueListProps = {
  readonly items: readonly QueueItem[]
  readonly chosenId: string | undefined
  readonly promiseDays: number
  readonly late: boolean
  readonly selected: readonly string[]
  readonly onSelect: (id: string, isSelected: boolean, withRange?: boolean) => void
  readonly onOpen: () => void
}

/** What waits, the oldest first, each with its age against the promise. */
export function QueueList(props: QueueListProps) {
  const t = useTranslations('review.queue')
  return (
    <ul className={styles.queue} aria-label={t('title')}>
      {props.items.map((item) => (
        <Row key={item.outcome.id} item={item} {...props} />
      ))}
    </ul>
  )
}

function Row({ item, chosenId, promiseDays, late, selected, onSelect, onOpen }: QueueListProps & { readonly item: QueueItem }) {
  const t = useTranslations('review.queue')
  const { organization } = useShell()
  const { title, teams, worth } = useOutcomeWords()
  const { outcome } = item
  const isChosen = outcome.id === chosenId
  const below = [teams(outcome)[0]?.name, outcome.value ? worth(outcome) : null].filter(Boolean).join(' · ')
  return (
    <li className={styles.row} data-chosen={isChosen || undefined}>
      <Checkbox
        size="xs"
        className={styles.check}
        aria-label={t('select', { title: title(outcome) })}
        checked={selected.includes(outcome.id)}
        disabled={outcome.state === 'verified'}
        onChange={(event) => onSelect(outcome.id, event.currentTarget.checked, isShifted(event.nativeEvent))}
      />
      <div className={styles.text}>
        <div className={styles.title}>
          <Swatch pigment={pigmentOf(outcome.type)} />
          <ScreenLink
            id={rowId(outcome.id)}
            to="/$organization/review"
            params={{ organization }}
            search={{ ...(late && { late: true as const }), outcome: outcome.id }}
            resetScroll={false}
            look="plain"
            aria-current={isChosen || undefined}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !isChosen || event.ctrlKey || event.metaKey) return
              event.preventDefault()
              onOpen()
            }}
          >
            {title(outcome)}
          </ScreenLink>
        </div>
        {below && <div className={styles.below}>{below}</div>}
        <InPlaceOf item={item} />
        <Due item={item} />
        <Warnings warnings={item.warnings} />
      </div>
      <Age item={item} promiseDays={promiseDays} />
    </li>
  )
}

/** With the shift key, all between the last one and this one. */
function isShifted(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey
}

/** Somebody is away, and the reader decides for them. */
function InPlaceOf({ item }: { readonly item: QueueItem }) {
  const t = useTranslations('review.queue')
  const f = useFormat()
  const { person } = useShell()
  const absent = item.waitsFor.deciders.find((one) => one.id === person.id)?.for
  const { data } = useQuery(trpc.people.delegations.queryOptions(undefined, { enabled: absent != null, staleTime: 60_000 }))
  if (!absent) return null
  const until = data?.delegations.find((one) => one.person.id === absent.id && one.isRunning)?.toDay
  return (
    <div className={styles.due}>
      {until ? t('forUntil', { name: absent.name, day: f.day(until, 'medium') }) : t('for', { name: absent.name })}
    </div>
  )
}

/** Against the promise: late by so much, due today or tomorrow, or on a day. */
export function Due({ item }: { readonly item: QueueItem }) {
  const t = useTranslations('review.queue')
  const f = useFormat()
  const { today } = useShell()
  const { dueOn, lateDays } = item
  if (dueOn === null) return null
  const day = lateDays > 0 ? null : f.relativeDay(laterDay(dueOn, today), today)
  return (
    <div className={styles.due} data-late={lateDays > 0 || undefined} data-soon={dueOn <= today || undefined}>
      {day === null ? t('late', { days: f.days(lateDays) }) : t('due', { day })}
    </div>
  )
}

const urgent: ReadonlySet<string> = new Set(['possible-duplicate', 'split-unsettled', 'split-questioned'])

/** Being late is said by the age beside it. */
export function Warnings({ warnings }: { readonly warnings: QueueItem['warnings'] }) {
  const t = useTranslations('review.queue.warnings')
  const said = warnings.filter((warning) => warning !== 'overdue')
  if (said.length === 0) return null
  return (
    <div className={styles.warnings}>
      {said.map((warning) => (
        <Flag key={warning} tone={urgent.has(warning) ? 'warn' : 'plain'}>
          {t(warning)}
        </Flag>
      ))}
    </div>
  )
}

/** The promise stands in the middle of the track, so that twice as long fills it. */
export function Age({ item, promiseDays }: { readonly item: QueueItem; readonly promiseDays: number }) {
  const t = useTranslations('review.queue')
  const f = useFormat()
  const scale = Math.max(1, promiseDays) * 2
  return (
    <div className={styles.age} data-late={item.lateDays > 0 || undefined}>
      <span className="tabular">
        <span aria-hidden="true">{f.daysShort(item.waitingDays)}</span>
        <span className="visually-hidden">{t('age', { days: f.days(item.waitingDays) })}</span>
      </span>
      <Track share={item.waitingDays / scale} mark={Math.max(1, promiseDays) / scale} tone={item.lateDays > 0 ? 'late' : 'soft'} />
    </div>
  )
}
