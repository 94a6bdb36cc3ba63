import { type Actor, hasRole } from '../organizations/schema.ts'
import { maySeeFiguresOf } from '../people/policy.ts'

type Reader = Pick<Actor, 'personId' | 'roles' | 'reachTeamIds'>

/** Whose results the figures are of. A manager: the teams within reach; an administrator only if also executive. */
export type ImpactScope =
  | { readonly kind: 'organization' }
  | { readonly kind: 'reach'; readonly teamIds: readonly string[] }
  | { readonly kind: 'nothing' }

export function impactScopeOf(actor: Reader): ImpactScope {
  if (hasRole(actor, 'executive')) return { kind: 'organization' }
  return actor.reachTeamIds.length > 0 ? { kind: 'reach', teamIds: actor.reachTeamIds } : { kind: 'nothing' }
}

/** May this slice be asked for? What lies outside is *not found*, so that no team is known by being refused. */
export function maySlice(
  actor: Reader,
  slice: { readonly teamId?: string; readonly person?: { readonly id: string; readonly teamId: string | null } },
): boolean {
  const scope = impactScopeOf(actor)
  const isTeamInside =
    slice.teamId === undefined || scope.kind === 'organization' || (scope.kind === 'reach' && scope.teamIds.includes(slice.teamId))
  const isPersonInside = slice.person === undefined || maySeeFiguresOf(actor, slice.person)
  return isTeamInside && isPersonInside
}
