import { type Sql, sql } from '@oeuvre/db/sql'

/**
 * The rules of answers (`isOpen`, `agrees`, `isCorroboratedByColleagues`) as predicates over `outcome o`. A test holds both against each
 * other; what is changed here is changed there.
 */

/** Tells one split from another: who, in which role, with which weight. */
export const splitOfOutcome = sql`(SELECT md5(string_agg(sc.person_id::text || ':' || sc.role || ':' || sc.weight, ',' ORDER BY sc.person_id))
  FROM contributor sc WHERE sc.organization_id = o.organization_id AND sc.outcome_id = o.id)`

/** The same of a proposal: JSON of `[{personId, role, weight}]`. */
export function splitOfProposal(proposal: Sql): Sql {
  return sql`(SELECT md5(string_agg(sp."personId"::text || ':' || sp.role || ':' || sp.weight, ',' ORDER BY sp."personId"))
    FROM jsonb_to_recordset(${proposal}) AS sp("personId" uuid, role text, weight int))`
}

/** Answers `a` that count: standing, of somebody who is named and did not write it. */
const counting = sql`contributor_answer a JOIN contributor ac ON ac.organization_id = a.organization_id AND ac.outcome_id = a.outcome_id
  AND ac.person_id = a.person_id WHERE a.organization_id = o.organization_id AND a.outcome_id = o.id AND a.ended_at IS NULL
  AND a.person_id IS DISTINCT FROM o.author_id`

/** An objection to the split as it is that nobody settled. */
export const isUnsettled = sql`EXISTS (SELECT FROM ${counting} AND a.answer = 'objected' AND a.settled_at IS NULL AND a.split = ${splitOfOutcome})`

const isConfirmed = sql`EXISTS (SELECT FROM ${counting}
  AND ((a.answer = 'confirmed' AND a.split = ${splitOfOutcome}) OR a.proposed_split = ${splitOfOutcome}))`

/** By colleagues who are named. */
export const isAgreed = sql`(${isConfirmed} AND NOT ${isUnsettled})`

/** By the client's own word. */
export const isShownByClient = sql`EXISTS (SELECT FROM evidence ce
  WHERE ce.organization_id = o.organization_id AND ce.outcome_id = o.id AND ce.is_from_client)`

/** One's own answer to the split as it is: heard. */
export function isHeardFrom(personId: string): Sql {
  return sql`EXISTS (SELECT FROM contributor_answer a WHERE a.organization_id = o.organization_id AND a.outcome_id = o.id AND a.ended_at IS NULL
    AND a.person_id = ${personId}::uuid AND (a.split = ${splitOfOutcome} OR a.proposed_split = ${splitOfOutcome}))`
}
