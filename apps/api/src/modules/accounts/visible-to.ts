import { type Sql, sql } from '@oeuvre/db/sql'
import type { Actor } from '@oeuvre/domain/organizations/schema'

/** Today: the owner has neither left nor been erased. `p` is their row of `person`. */
export function isOwnerActive(today: string): Sql {
  return sql`(p.status = 'active' AND (p.left_on IS NULL OR p.left_on > ${today}::date))`
}

/**
 * `canSeeAccount` as a predicate over `social_account a`, `person p` (its owner) and `team_membership m` (the owner's of today, or
 * none). A property test holds both against each other.
 */
export function accountVisibleTo(actor: Pick<Actor, 'kind' | 'personId' | 'reachTeamIds' | 'today'>): Sql {
  if (actor.kind !== 'person' || actor.personId === null) return sql`false`
  return sql`(a.person_id = ${actor.personId}::uuid OR (a.withdrawn_at IS NULL AND ${isOwnerActive(actor.today)}
    AND (a.visibility = 'organization' OR (a.visibility = 'managers' AND m.team_id = ANY(${[...actor.reachTeamIds]}::uuid[])))))`
}
