import { undoMinutes } from '../outcomes/review/rules.ts'
import { addDays, localDay, localMinutes, nextLocalTime, startOfMonth, weekday } from '../time/calendar.ts'
import type { Day } from '../time/day.ts'
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../time/working-days.ts'
import type { NoticeKind, Preferences, SavePreferencesInput, Topic } from './schema.ts'

/**
 * Whom an event concerns. `newly-named`: contributors who were not told of this result before. `payload`: the persons whom the
 * event itself names. `before`: contributors of the version that stood before, with those of now.
 */
export type Audience =
  | 'author'
  | 'lead'
  | 'contributors'
  | 'before'
  | 'newly-named'
  | 'deciders'
  | 'payload'
  | 'mentioned'
  | 'administrators'
  | 'account-owner'
  | 'import-people'
  | 'invited'
  | 'checked-in'
  | 'coached'
  | 'thanked'
  | 'awarded'
  | 'asked'
  | 'asked-again'
  | 'award-givers'

export type Payload = Readonly<Record<string, unknown>>
export type Telling = {
  readonly topic: Topic
  readonly to: readonly Audience[]
  readonly when?: (payload: Payload) => boolean
  /** It waits until undo has lapsed, and is not told if it was undone. */
  readonly isUndoable?: true
  /** The result that it is about stands under this name in the payload. */
  readonly about?: string
  /** Told to the people of the result that the event happened to, not of the one it is about. */
  readonly isForSubject?: true
  /** Who did it is not told: the notice says nobody's name. */
  readonly isUnnamed?: true
  /** Told although an import did it. */
  readonly isOfImports?: true
}

/**
 * Event type → what is told, to whom. A person hears of an event once: by the first row that names them. Whoever did it is never
 * told. What an import does row by row is not told; its end is, once to each person.
 */
const tellings: Readonly<Record<string, readonly Telling[]>> = {
  'outcome.submitted': [
    { topic: 'named', to: ['newly-named'] },
    { topic: 'waiting', to: ['deciders'] },
  ],
  'outcome.edited': [
    { topic: 'named', to: ['newly-named'], when: ({ fields }) => Array.isArray(fields) && fields.includes('contributors') },
  ],
  'outcome.verified': [{ topic: 'verified', to: ['author', 'contributors'], isUndoable: true }],
  'outcome.declined': [{ topic: 'declined', to: ['author', 'contributors'], isUndoable: true }],
  'outcome.reopened': [
    { topic: 'reopened', to: ['author', 'contributors'], when: ({ cause }) => cause !== 'undone' },
    { topic: 'award-questioned', to: ['award-givers'], isOfImports: true },
  ],
  'outcome.changes-requested': [{ topic: 'changes-requested', to: ['author', 'lead'] }],
  'outcome.second-look-asked': [{ topic: 'second-look', to: ['deciders'] }],
  'outcome.second-look-returned': [{ topic: 'waiting', to: ['deciders'] }],
  'outcome.contribution-answered': [{ topic: 'objected', to: ['author', 'lead'], when: ({ answer }) => answer === 'objected' }],
  'outcome.compared': [
    {
      topic: 'same-claimed',
      to: ['author', 'contributors'],
      when: ({ verdict, isDecided }) => verdict === 'same' && isDecided !== true,
      about: 'otherId',
    },
  ],
  'outcome.passed-on': [{ topic: 'passed-on', to: ['payload'] }],
  'outcome.amended': [
    { topic: 're-split', to: ['before'], when: ({ cause }) => cause === 're-split' },
    { topic: 'amended', to: ['author', 'before'], when: ({ cause }) => cause !== 're-split' },
  ],
  'outcome.split-settled': [{ topic: 're-split', to: ['before'] }],
  'outcome.united': [{ topic: 'united', to: ['author', 'before'] }],
  'outcome.merged': [
    { topic: 'merged', to: ['author', 'contributors'], about: 'intoId', isForSubject: true },
    { topic: 'award-questioned', to: ['award-givers'], about: 'intoId', isForSubject: true },
  ],
  'outcome.merge-undone': [{ topic: 'merge-undone', to: ['author', 'contributors'] }],
  'outcome.reminded': [{ topic: 'reminded', to: ['payload'] }],
  'outcome.escalated': [{ topic: 'escalated', to: ['payload'] }],
  'outcome.commented': [
    { topic: 'mentioned', to: ['mentioned'] },
    { topic: 'commented', to: ['author', 'contributors'] },
  ],
  'outcome.comment-edited': [{ topic: 'mentioned', to: ['mentioned'] }],
  'delegation.started': [{ topic: 'delegated', to: ['payload'] }],
  'delegation.ended': [{ topic: 'delegation-ended', to: ['payload'] }],
  'role.granted': [{ topic: 'role-granted', to: ['administrators'], when: ({ isOwn }) => isOwn === true }],
  'account.doubled': [{ topic: 'account-doubled', to: ['account-owner'], isUnnamed: true }],
  'account.feed-broken': [{ topic: 'account-feed-broken', to: ['account-owner'] }],
  'accounts.asked': [{ topic: 'accounts-asked', to: ['payload'] }],
  'program.invited': [{ topic: 'program-invited', to: ['invited'] }],
  'program.check-ins-asked': [{ topic: 'program-check-in', to: ['checked-in'] }],
  'program.coached': [{ topic: 'program-coached', to: ['coached'] }],
  'kudos.given': [{ topic: 'thanked', to: ['thanked'], isUndoable: true }],
  // Whoever was told before is not told again.
  'kudos.restored': [{ topic: 'thanked', to: ['thanked'], isUndoable: true }],
  'story.chosen': [{ topic: 'story-asked', to: ['asked'], isUndoable: true }],
  'story.asked': [{ topic: 'story-asked', to: ['asked'] }],
  'story.reworded': [{ topic: 'story-asked', to: ['asked-again'] }],
  'story.agreed': [{ topic: 'story-agreed', to: ['payload'] }],
  'story.refused': [{ topic: 'story-refused', to: ['payload'] }],
  'story.taken-down': [{ topic: 'story-down', to: ['payload'], when: ({ cause }) => cause !== 'undone' }],
  'award.given': [{ topic: 'awarded', to: ['awarded'], isUndoable: true }],
  'award.revoked': [{ topic: 'award-revoked', to: ['awarded'], when: ({ isTakenBack }) => isTakenBack !== true }],
  'import.finished': [{ topic: 'imported', to: ['import-people'], isOfImports: true }],
}

export const kindOfTopic = {
  named: 'named',
  'changes-requested': 'question',
  objected: 'question',
  'same-claimed': 'question',
  'passed-on': 'question',
  'account-doubled': 'question',
  'account-feed-broken': 'accounts',
  'accounts-asked': 'accounts',
  'program-invited': 'programs',
  'program-check-in': 'programs',
  'program-coached': 'programs',
  thanked: 'thanks',
  'story-asked': 'stage',
  'story-agreed': 'stage',
  'story-refused': 'stage',
  'story-down': 'stage',
  awarded: 'thanks',
  'award-revoked': 'thanks',
  'award-questioned': 'question',
  mentioned: 'mention',
  commented: 'mention',
  verified: 'decision',
  declined: 'decision',
  reopened: 'decision',
  amended: 'split',
  're-split': 'split',
  merged: 'split',
  united: 'split',
  'merge-undone': 'split',
  waiting: 'review',
  'second-look': 'review',
  reminded: 'reminder',
  escalated: 'reminder',
  delegated: 'reminder',
  'delegation-ended': 'reminder',
  'role-granted': 'organization',
  imported: 'organization',
} as const satisfies Record<Topic, NoticeKind>

type Happened = { readonly type: string; readonly payload?: Payload | undefined }

/** What is told of an event; empty for most. */
export function tellingsOf({ type, payload = {} }: Happened, actorKind: 'person' | 'import' | 'system' = 'person'): readonly Telling[] {
  return (tellings[type] ?? []).filter(
    ({ when, isOfImports }) => (when?.(payload) ?? true) && (actorKind !== 'import' || isOfImports === true),
  )
}

/** Events that nobody is told of cost no job. */
export function isTold(event: Happened, actorKind: 'person' | 'import' | 'system'): boolean {
  return tellingsOf(event, actorKind).length > 0
}

/** How long events of a command wait before they are told. */
export function secondsUntilTold(events: readonly Happened[]): number {
  return events.some((event) => tellingsOf(event).some(({ isUndoable }) => isUndoable)) ? undoMinutes * 60 : 0
}

/** Everything in the application; by mail at once what somebody waits for, the rest gathered. */
export const defaultPreferences: Preferences = {
  choices: {
    named: { app: true, mail: 'at-once' },
    question: { app: true, mail: 'at-once' },
    mention: { app: true, mail: 'at-once' },
    thanks: { app: true, mail: 'at-once' },
    decision: { app: true, mail: 'at-once' },
    split: { app: true, mail: 'at-once' },
    review: { app: true, mail: 'daily' },
    reminder: { app: true, mail: 'at-once' },
    accounts: { app: true, mail: 'at-once' },
    programs: { app: true, mail: 'at-once' },
    stage: { app: true, mail: 'at-once' },
    organization: { app: true, mail: 'weekly' },
  },
  quietFrom: 20 * 60,
  quietTo: 7 * 60,
  digestDay: 1,
  isDigestOn: true,
  isStageOn: true,
}

/** A person's choices over those that everybody starts with; stored flat: `named.mail` → `daily`. */
export function preferencesOf(stored: Readonly<Record<string, unknown>>): Preferences {
  const of = <T>(key: string, otherwise: T): T => (key in stored ? (stored[key] as T) : otherwise)
  const { choices, quietFrom, quietTo, digestDay, isDigestOn, isStageOn } = defaultPreferences
  return {
    choices: Object.fromEntries(
      Object.entries(choices).map(([kind, { app, mail }]) => [kind, { app: of(`${kind}.app`, app), mail: of(`${kind}.mail`, mail) }]),
    ) as Preferences['choices'],
    quietFrom: of('quietFrom', quietFrom),
    quietTo: of('quietTo', quietTo),
    digestDay: of('digestDay', digestDay),
    isDigestOn: of('isDigestOn', isDigestOn),
    isStageOn: of('isStageOn', isStageOn),
  }
}

/** What a change writes. */
export function storedPreferences(change: SavePreferencesInput): Readonly<Record<string, unknown>> {
  const { choices = {}, quiet, digestDay, isDigestOn, isStageOn } = change
  const flat = Object.entries(choices).flatMap(([kind, choice]) =>
    Object.entries(choice ?? {})
      .filter(([, value]) => value !== undefined)
      .map(([part, value]) => [`${kind}.${part}`, value]),
  )
  return {
    ...Object.fromEntries(flat),
    ...(quiet !== undefined && { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null }),
    ...(digestDay !== undefined && { digestDay }),
    ...(isDigestOn !== undefined && { isDigestOn }),
    ...(isStageOn !== undefined && { isStageOn }),
  }
}

type Quiet = Pick<Preferences, 'quietFrom' | 'quietTo'>

/** When mail may go out that is ready at `instant`: then, or where quiet hours end. Milliseconds since 1970. */
export function mailedFrom(instant: number, timeZone: string, { quietFrom, quietTo }: Quiet): number {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return instant
  const minutes = localMinutes(instant, timeZone)
  const isQuiet = quietFrom < quietTo ? minutes >= quietFrom && minutes < quietTo : minutes >= quietFrom || minutes < quietTo
  return isQuiet ? nextLocalTime(instant, timeZone, quietTo) : instant
}

/** Gathered mail goes out in the morning. */
const digestMinutes = 8 * 60

/** The mornings whose gathered mail is due, as keys by which each goes out once: today's, and that of the chosen weekday. */
export function digestsDue(instant: number, timeZone: string, digestDay: number): { readonly daily: Day; readonly weekly: Day } {
  const morning = localMinutes(instant, timeZone) >= digestMinutes ? localDay(instant, timeZone) : addDays(localDay(instant, timeZone), -1)
  return { daily: morning, weekly: addDays(morning, -((weekday(morning) - digestDay + 7) % 7)) }
}

/** The month that ended last, whose letter goes out on the morning of the first day of the next on which the organization works. */
export type MonthLetter = { readonly from: Day; readonly to: Day; readonly morning: Day; readonly isDue: boolean }

export function monthLetter(instant: number, timeZone: string, calendar: WorkingCalendar): MonthLetter {
  const today = localDay(instant, timeZone)
  const first = startOfMonth(today)
  const morning = isWorkingDay(first, calendar) ? first : addWorkingDays(first, 1, calendar)
  const to = addDays(first, -1)
  const isDue = today > morning || (today === morning && localMinutes(instant, timeZone) >= digestMinutes)
  return { from: startOfMonth(to), to, morning, isDue }
}
