import type { ContributorRole, ValueKind } from '../../credits/schema.ts'
import type { ToldUtm } from '../../links/utm/rules.ts'
import type { Money } from '../../money/money.ts'
import type { ChannelMeaning, Fault, LeaveOutReason, PersonReference } from '../schema.ts'

/** A row of the CRM as an outcome to be; people and channels still as words. */
export type DealCandidate = {
  readonly externalId: string
  readonly typeId: string
  readonly subject: string
  readonly title: string
  /** YYYY-MM-DD, local. */
  readonly occurredOn: string
  readonly firstTouchOn: string | null
  /** Null: not stated, which is not 0. */
  readonly value: Money | null
  readonly channels: readonly ChannelMeaning[]
  /** The first leads; all have equal shares. */
  readonly persons: readonly (PersonReference & { readonly role: ContributorRole })[]
  readonly story: { readonly situation: string; readonly action: string; readonly result: string }
  /** Of the tracked link that led to it, where the CRM kept one. */
  readonly linkCode?: string
  /** Where it kept no code: the other values, which may be of one link. */
  readonly utm?: ToldUtm
  /** What it serves, in the words of the file; left out: nothing is said, and what people chose stays. */
  readonly objective?: string
}

export type DealReading =
  | { readonly kind: 'deal'; readonly deal: DealCandidate }
  | { readonly kind: 'left-out'; readonly externalId: string; readonly why: LeaveOutReason }
  | { readonly kind: 'faulty'; readonly externalId: string | null; readonly faults: readonly Fault[] }

/** What a row is judged against: the organization's days, and what each type is worth. */
export type DealContext = {
  readonly timeZone: string
  readonly today: string
  readonly firstAllowedDay: string
  readonly valueKinds: ReadonlyMap<string, ValueKind>
}
