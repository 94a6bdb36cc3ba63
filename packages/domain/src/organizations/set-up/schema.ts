import type { GrantableRole } from '../schema.ts'

/** What is there already in an organization, as its administrators' guide counts it. */
export type SetUpProgress = {
  readonly people: number
  readonly teams: number
  readonly withAccess: number
  readonly invited: number
  /** Somebody saved the settings once. */
  readonly hasSettings: boolean
  readonly hasOutcomes: boolean
  /** Results that wait for a decision, up to a thousand: the count alone. */
  readonly waiting: number
  /** Roles that somebody gave to themself in the last 90 days: every administrator is told. `at`: an instant. */
  readonly ownRoles: readonly { readonly personId: string; readonly name: string; readonly role: GrantableRole; readonly at: string }[]
}
