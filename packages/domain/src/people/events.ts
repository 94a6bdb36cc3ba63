import type { GrantableRole } from '../organizations/schema.ts'
import type { Day } from '../time/day.ts'

/** Payloads hold ids, codes and days only: the log is never blanked, so no name, address or title may enter it. */
type On<T extends string, K extends string, P = Record<never, never>> = {
  readonly type: T
  readonly subject: { readonly kind: K; readonly id: string }
  readonly payload: P
}

export type PersonEvent =
  | On<'person.created', 'person'>
  | On<'person.edited', 'person', { readonly fields: readonly string[] }>
  | On<'person.moved', 'person', { readonly teamId: string | null; readonly from: Day | null }>
  | On<
      'person.left',
      'person',
      {
        readonly leftOn: Day
        /** To whom open outcomes pass: a manager of the team, else the next one up. */
        readonly managerId: string | null
        /** What went with it, so that it can be undone. */
        readonly roles: readonly GrantableRole[]
        readonly managedTeamIds: readonly string[]
        readonly memberships: readonly { readonly teamId: string; readonly from: Day | null; readonly to: Day | null }[]
        readonly hadAccess: boolean
      }
    >
  /** Somebody stands in for this person, both days included; the reason stands in its table. */
  | On<
      'delegation.started',
      'person',
      { readonly delegationId: string; readonly delegateId: string; readonly fromDay: Day; readonly toDay: Day }
    >
  | On<'delegation.ended', 'person', { readonly delegationId: string; readonly delegateId: string }>
  | On<'person.returned', 'person'>
  | On<'person.removed', 'person'>

export type TeamEvent =
  | On<'team.created', 'team', { readonly parentId: string | null }>
  | On<'team.renamed', 'team'>
  | On<'team.moved', 'team', { readonly parentId: string | null; readonly from: Day | null }>
  | On<'team.archived', 'team', { readonly isArchived: boolean }>
  | On<'team.managers-set', 'team', { readonly personIds: readonly string[] }>
  | On<'team.managers-removed', 'team', { readonly personIds: readonly string[] }>
  | On<'team.removed', 'team'>

export type PeopleEvent = PersonEvent | TeamEvent
