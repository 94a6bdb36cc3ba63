import type { ContributorRole } from '../../credits/schema.ts'
import type { Money } from '../../money/money.ts'
import type { Conversion } from '../../rates/schema.ts'
import type { Day } from '../../time/day.ts'
import { historyFields } from './schema.ts'

/** By which rates a value stood in the reporting currency; null: it was not converted. Minor units. */
export type Settled = { readonly reportingMinor: string | null; readonly conversion: Conversion | null }

/** What an outcome said in one of its versions: the before and after of the history. Kept beside it, blanked by erasure. */
export type Snapshot = {
  readonly type: string | null
  readonly title: string
  readonly subject: string
  readonly occurredOn: Day | null
  readonly value: Money | null
  readonly channels: readonly { readonly channelId: string; readonly accountId: string | null }[]
  readonly contributors: readonly { readonly personId: string; readonly role: ContributorRole; readonly weight: number }[]
  /** `fileId` only where it is one, `isFromClient` only where it is said to be the client's word. */
  readonly evidence: readonly {
    readonly id: string
    readonly url: string | null
    readonly label: string
    readonly fileId?: string
    readonly isFromClient?: true
  }[]
  readonly situation: string
  readonly action: string
  readonly result: string
  readonly skill: string | null
  /** Left out of versions from before there were any. */
  readonly objective?: string | null
  /** As above. */
  readonly program?: string | null
  readonly firstTouchOn: Day | null
  readonly externalId: string | null
  /** What the version before it was in the reporting currency when this one took its place. Not a field: it is never compared. */
  readonly replaced?: Settled
}
export type HistoryField = (typeof historyFields)[number]

/** Lists whose order means nothing are compared sorted. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(canonical(item))).sort()
  if (value === null || typeof value !== 'object') return value ?? null
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${key}:${JSON.stringify(canonical(inner))}`)
}

/** The fields that differ, in the order of the form. */
export function changedFields(before: Snapshot, after: Snapshot): HistoryField[] {
  return historyFields.filter((field) => JSON.stringify(canonical(before[field])) !== JSON.stringify(canonical(after[field])))
}
