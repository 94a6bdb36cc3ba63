import type { Fault, PersonReference } from '../schema.ts'

/** A row of a list of staff: a person, where they stand, and who leads that team. */
export type PersonCandidate = {
  readonly externalId: string | null
  readonly name: string
  /** Lower case. */
  readonly email: string | null
  readonly title: string | null
  readonly site: string | null
  /** Names of teams from the top down; the person's own is the last. Empty: not stated. */
  readonly teamPath: readonly string[]
  readonly manager: PersonReference | null
  readonly joinedOn: string | null
}

export type PersonReading =
  | { readonly kind: 'person'; readonly person: PersonCandidate }
  | { readonly kind: 'faulty'; readonly externalId: string | null; readonly faults: readonly Fault[] }
