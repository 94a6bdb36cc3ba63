import { empty, join, type Sql, sql } from '@oeuvre/db/sql'
import { type Actor, hasRole } from '@oeuvre/domain/organizations/schema'
import { dayNow } from '../people/visible-to.ts'
import { canSignIn } from './queries/load-chains.ts'
import { holdsOn } from './queries/load-outcomes.ts'

/**
 * `visibilityOf` and `isDecider` of the policy as predicates over `outcome o`. A property test holds both against each other on a
 * real database; what is changed here is changed there.
 */

const never = sql`FALSE`
const named = (personId: string) =>
  sql`EXISTS (SELECT FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id AND c.person_id = ${personId}::uuid)`

function inReach(actor: Actor, onlyLead: boolean, teamIds = actor.reachTeamIds): Sql {
  if (teamIds.length === 0) return never
  return sql`EXISTS (SELECT FROM contributor c JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id
    JOIN team_membership m ON m.organization_id = c.organization_id AND m.person_id = c.person_id
      AND ${holdsOn('m', dayNow(sql`${actor.today}::date`))} AND m.team_id = ANY (${[...teamIds]}::uuid[])
    WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id ${onlyLead ? sql`AND c.role = 'lead'` : empty})`
}

/** Nobody who manages above the lead is left: all are author, contributor or, for a second look, took the first. */
function noManagerLeft(actor: Actor): Sql {
  const today = sql`${actor.today}::date`
  return sql`NOT EXISTS (WITH RECURSIVE up(team_id) AS (
      SELECT m.team_id FROM contributor c JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id
        JOIN team_membership m ON m.organization_id = c.organization_id AND m.person_id = c.person_id
        AND ${holdsOn('m', dayNow(today))} WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id AND c.role = 'lead'
      UNION SELECT tp.parent_id FROM up JOIN team_placement tp ON tp.organization_id = o.organization_id AND tp.team_id = up.team_id
        AND tp.parent_id IS NOT NULL AND ${holdsOn('tp', today)})
    SELECT FROM up JOIN managing(o.organization_id, ${today}) tm ON tm.team_id = up.team_id
      JOIN person p ON p.organization_id = o.organization_id AND p.id = tm.person_id AND ${canSignIn(today)}
    WHERE NOT ${isSetAside(sql`tm.person_id`)} AND (tm.for_id IS NULL OR NOT ${isSetAside(sql`tm.for_id`)}))`
}

/** Four eyes, of a person of whom SQL knows the id. */
function isSetAside(id: Sql): Sql {
  return sql`(o.author_id IS NOT DISTINCT FROM ${id} OR (o.state = 'second-look' AND o.first_decider_id IS NOT DISTINCT FROM ${id})
    OR EXISTS (SELECT FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id AND c.person_id = ${id}))`
}

/** Within reach of the actor's own teams, or of somebody's for whom they stand in and who might decide themself. */
function leadInReach(actor: Actor): Sql {
  const own = inReach(actor, true, actor.standIn?.ownReachTeamIds ?? actor.reachTeamIds)
  const standing = actor.standIn?.for.map(
    (one) => sql` OR (${inReach(actor, true, one.reachTeamIds)} AND NOT ${isSetAside(sql`${one.personId}::uuid`)})`,
  )
  return standing?.length ? sql`(${own}${join(standing, ' ')})` : own
}

/** This person may decide, at any height, whatever the state. */
export function decidableBy(actor: Actor): Sql {
  const { personId } = actor
  if (actor.kind !== 'person' || personId === null) return never
  const within = leadInReach(actor)
  const falls = hasRole(actor, 'reviewer') ? sql`(${within} OR ${noManagerLeft(actor)})` : within
  return sql`(NOT ${isSetAside(sql`${personId}::uuid`)} AND ${falls})`
}

/** The ids of the actor and of all within their reach today, as a query without parameters of the row: asked faster than teams. */
export type Reach = Sql

/** Author, contributor, within reach, or one of those who decide: they see everything of what is no draft. */
function concerned(actor: Actor, personId: string, reach?: Reach): Sql {
  const decides = hasRole(actor, 'reviewer') ? sql` OR ${decidableBy(actor)}` : empty
  // No condition of the index, which would look for each of them.
  const takesPart = reach
    ? sql`EXISTS (SELECT FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id
        AND (c.person_id IN (${reach})) IS TRUE)`
    : sql`${named(personId)} OR ${inReach(actor, false)}`
  return sql`(o.author_id = ${personId}::uuid OR ${takesPart}${decides})`
}

/** Client and what was said are theirs to know, drafts included. */
export function concernedBy(actor: Actor, personId: string, reach?: Reach): Sql {
  return sql`((o.state = 'draft' AND ${draftVisibleTo(actor)}) OR (o.state <> 'draft' AND ${concerned(actor, personId, reach)}))`
}

/** Everything that is verified, whomever it concerns. */
export function seesVerified(actor: Actor): boolean {
  if (actor.kind !== 'person') return true
  if (actor.personId === null) return false
  return actor.settings.verifiedVisibility === 'everyone' || hasRole(actor, 'executive') || hasRole(actor, 'administrator')
}

/** What is no draft. Give it together with `o.state <> 'draft'`. */
export function visibleTo(actor: Actor, reach?: Reach): Sql {
  if (actor.kind !== 'person') return sql`TRUE`
  if (actor.personId === null) return never
  return seesVerified(actor)
    ? sql`(o.state = 'verified' OR ${concerned(actor, actor.personId, reach)})`
    : concerned(actor, actor.personId, reach)
}

/** Drafts: their author, and whom they are logged for. */
export function draftVisibleTo(actor: Actor): Sql {
  if (actor.kind !== 'person') return sql`TRUE`
  if (actor.personId === null) return never
  const lead = sql`EXISTS (SELECT FROM contributor c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id
    AND c.person_id = ${actor.personId}::uuid AND c.role = 'lead')`
  return sql`(o.author_id = ${actor.personId}::uuid OR ${lead})`
}

/** Value and client, of what is visible. `null`: of everything that is. */
export function confidentialTo(actor: Actor): Sql | null {
  if (actor.kind !== 'person' || hasRole(actor, 'executive')) return null
  const { verifiedVisibility, valueVisibility } = actor.settings
  if (verifiedVisibility === 'everyone' && valueVisibility === 'everyone') return null
  return actor.personId === null ? never : sql`(o.state = 'draft' OR ${concerned(actor, actor.personId)})`
}
