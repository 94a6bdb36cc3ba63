import type { Money } from '../../money/money.ts'
import type { OutcomeState } from '../../outcomes/schema.ts'
import type { Day } from '../../time/day.ts'
import type { LeaveOutReason } from '../schema.ts'

/** What the CRM says of a result, people and channels resolved. */
export type CrmFields = {
  readonly typeId: string
  readonly subject: string
  readonly title: string
  readonly occurredOn: Day
  readonly firstTouchOn: Day | null
  readonly value: Money | null
  readonly story: { readonly situation: string; readonly action: string; readonly result: string }
  readonly channelIds: readonly string[]
  /** The lead first. */
  readonly contributorIds: readonly string[]
  /** undefined: the file says nothing of it. */
  readonly objectiveId?: string | null | undefined
}

/** A result that bears the deal's external id already. */
export type Existing = {
  readonly state: OutcomeState
  /** Brought by an import, not logged by hand with its number in the CRM. */
  readonly isImported: boolean
  /** Somebody, and not an import, has changed it since it came. */
  readonly isTouched: boolean
  readonly rung: number
  /** Why it was last withdrawn; null: never, or not known. */
  readonly withdrawnBy: 'author' | 'crm' | 'import-undone' | null
  readonly fields: CrmFields
}

/** These follow the CRM whoever touched the result; split, story and channels follow it only while nobody has. */
const ruledByCrm = ['typeId', 'subject', 'occurredOn', 'value'] as const
const untilTouched = ['title', 'firstTouchOn', 'story', 'channelIds', 'contributorIds', 'objectiveId'] as const
type Field = (typeof ruledByCrm)[number] | (typeof untilTouched)[number]

export type Plan =
  | { readonly do: 'add' }
  /** `revive`: it was taken back by the CRM or by an undo, and is a result again. */
  | { readonly do: 'revive' | 'amend' | 'edit'; readonly fields: readonly Field[]; readonly after: CrmFields }
  | { readonly do: 'nothing' }

function sorted(field: Field, value: unknown): unknown {
  return field === 'channelIds' && Array.isArray(value) ? [...value].sort() : value
}

function isSame(field: Field, a: CrmFields, b: CrmFields): boolean {
  return JSON.stringify(sorted(field, a[field])) === JSON.stringify(sorted(field, b[field]))
}

/** What a won deal of the file does to what is there. Idempotent: planned again after it was carried out, nothing is left to do. */
export function planDeal(deal: CrmFields, existing: Existing | null): Plan {
  if (!existing) return { do: 'add' }
  const isFree = existing.isImported && !existing.isTouched
  const ruled: readonly Field[] = isFree ? [...ruledByCrm, ...untilTouched] : ruledByCrm
  const followed = ruled.filter((field) => deal[field] !== undefined)
  const fields = followed.filter((field) => !isSame(field, deal, existing.fields))
  const after: CrmFields = { ...existing.fields, ...Object.fromEntries(followed.map((field) => [field, deal[field]])) }
  if (existing.state === 'verified') {
    const isRise = existing.rung < 5
    return fields.length > 0 || isRise ? { do: 'amend', fields, after } : { do: 'nothing' }
  }
  if (existing.state === 'withdrawn')
    return existing.isImported && existing.withdrawnBy !== 'author' && existing.withdrawnBy !== null
      ? { do: 'revive', fields, after }
      : { do: 'nothing' }
  const isOpen = existing.state === 'submitted' || existing.state === 'second-look' || existing.state === 'changes-requested'
  // Logged by hand with its number: it is joined to the deal, and keeps its state.
  return isOpen && (!existing.isImported || fields.length > 0) ? { do: 'edit', fields, after } : { do: 'nothing' }
}

/**
 * What a deal that is no result does to what is there: one that was imported as won is taken back. `ignored` says nothing about the
 * deal, and a result that somebody logged by hand is theirs.
 */
export function planLeftOut(why: LeaveOutReason, existing: Pick<Existing, 'state' | 'isImported'> | null): 'withdraw' | 'nothing' {
  const stands: readonly OutcomeState[] = ['verified', 'submitted', 'second-look', 'changes-requested']
  return existing?.isImported && why !== 'ignored' && stands.includes(existing.state) ? 'withdraw' : 'nothing'
}
