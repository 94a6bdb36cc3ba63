import { empty, join, type Sql, sql } from '@oeuvre/db/sql'
import type { Side, ValueKind } from '@oeuvre/domain/credits/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { hasRole } from '@oeuvre/domain/organizations/schema'
import { dayNow } from '../people/visible-to.ts'

/**
 * A slice of the ledger. Days are local days of the organization, both included. `team` means the team and all below it in the
 * tree as it was on the day of each result; `reach` is the reader's own border (people who are in those teams today), null for
 * the whole organization.
 */
export type CreditScope = {
  readonly organizationId: string
  readonly from: string | null
  readonly to: string | null
  readonly reach: readonly string[] | null
  readonly today: string
  readonly team?: string | undefined
  /** Teams in the tree of `today` instead. */
  readonly chart?: 'today' | undefined
  readonly type?: readonly string[] | undefined
  readonly channel?: readonly string[] | undefined
  readonly side?: readonly Side[] | undefined
  readonly valueKind?: readonly ValueKind[] | undefined
  readonly skill?: readonly string[] | undefined
  readonly program?: readonly string[] | undefined
  readonly objective?: readonly string[] | undefined
  readonly rung?: readonly number[] | undefined
  readonly person?: string | undefined
  /** The ledger as recorded up to this version; absent: as it stands. */
  readonly ledgerVersion?: string | undefined
}

/** Executives see the organization; managers the people in their reach today. */
export function reachOf(actor: Actor): readonly string[] | null {
  return hasRole(actor, 'executive') || actor.kind !== 'person' ? null : actor.reachTeamIds
}

const uuids = (list: readonly string[]) => sql`${[...list]}::uuid[]`

/** Ids of those who are in one of these teams today; who left is in their last one still. A statement to stand in brackets. */
export function personsWithin(organizationId: string, teamIds: readonly string[], today: string): Sql {
  return sql`SELECT m.person_id FROM team_membership m JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
    WHERE m.organization_id = ${organizationId}::uuid AND m.team_id = ANY (${uuids(teamIds)})
      AND daterange(m.valid_from, m.valid_to) @> ${dayNow(sql`${today}::date`)}`
}

/** Who stands below whom, and since when; `chart`: as on this day, for all days. A statement to stand in brackets. */
export function placements(organizationId: string, chart: string | null): Sql {
  const asToday = (column: Sql) => (chart === null ? column : sql`NULL::date`)
  const within = chart === null ? empty : sql`AND daterange(p.valid_from, p.valid_to) @> ${chart}::date`
  return sql`SELECT p.team_id, p.parent_id, ${asToday(sql`p.valid_from`)} AS valid_from, ${asToday(sql`p.valid_to`)} AS valid_to
    FROM team_placement p WHERE p.organization_id = ${organizationId}::uuid ${within}`
}

/** The day whose tree stands for all days; null: each day has its own. */
export function chartDay({ chart, today }: { readonly chart?: 'today' | undefined; readonly today: string }): string | null {
  return chart === 'today' ? today : null
}

/** Dated: which team stood below which, from when until when, itself included. Half open; null bounds are −∞ and ∞. */
export function teamPaths(organizationId: string, chart: string | null): Sql {
  return sql`
    SELECT t.id AS team_id, t.id AS above_id, NULL::date AS valid_from, NULL::date AS valid_to FROM team t WHERE t.organization_id = ${organizationId}::uuid
    UNION ALL
    SELECT p.team_id, tp.parent_id, greatest(p.valid_from, tp.valid_from), least(p.valid_to, tp.valid_to)
    FROM team_path p JOIN (${placements(organizationId, chart)}) tp ON tp.team_id = p.above_id
    WHERE tp.parent_id IS NOT NULL AND coalesce(greatest(p.valid_from, tp.valid_from), '-infinity') < coalesce(least(p.valid_to, tp.valid_to), 'infinity')`
}

/** `WITH RECURSIVE` entry for `teamPaths`, named team_path. */
export function teamPathCte(organizationId: string, chart: string | null = null): Sql {
  return sql`team_path (team_id, above_id, valid_from, valid_to) AS (${teamPaths(organizationId, chart)})`
}

/** Whether a dated path holds on the day of a credit `c`. */
export const pathHolds: Sql = sql`(tp.valid_from IS NULL OR tp.valid_from <= c.effective_on) AND (tp.valid_to IS NULL OR tp.valid_to > c.effective_on)`

/**
 * Teams that always stood below are looked up in a hash; only of one that moved its days are asked, credit by credit: over a year of a
 * large company the difference between a tenth of a second and ten.
 */
function withinTeam(team: string): Sql {
  const below = (dated: Sql) =>
    sql`SELECT tp.team_id FROM team_path tp WHERE tp.above_id = ${team}::uuid AND ${dated} (tp.valid_from IS NULL AND tp.valid_to IS NULL)`
  return sql`(c.team_id IN (${below(empty)}) OR (c.team_id IN (${below(sql`NOT`)})
    AND EXISTS (SELECT FROM team_path tp WHERE tp.team_id = c.team_id AND tp.above_id = ${team}::uuid AND ${pathHolds})))`
}

/** Predicate over `credit c`. Needs `team_path` in scope when `team` is set. Takebacks carry every dimension, so sums net out. */
export function creditsInScope(s: CreditScope): Sql {
  const conditions: Sql[] = [sql`c.organization_id = ${s.organizationId}::uuid`]
  if (s.from) conditions.push(sql`c.effective_on >= ${s.from}::date`)
  if (s.to) conditions.push(sql`c.effective_on <= ${s.to}::date`)
  if (s.ledgerVersion) conditions.push(sql`c.ledger_version <= ${s.ledgerVersion}::bigint`)
  if (s.type?.length) conditions.push(sql`c.type_id = ANY (${uuids(s.type)})`)
  if (s.side?.length) conditions.push(sql`c.side = ANY (${[...s.side]}::text[])`)
  if (s.valueKind?.length) conditions.push(sql`c.value_kind = ANY (${[...s.valueKind]}::text[])`)
  if (s.skill?.length) conditions.push(sql`c.skill_id = ANY (${uuids(s.skill)})`)
  if (s.program?.length) conditions.push(sql`c.program_id = ANY (${uuids(s.program)})`)
  if (s.objective?.length) conditions.push(sql`c.objective_id = ANY (${uuids(s.objective)})`)
  if (s.rung?.length) conditions.push(sql`c.rung = ANY (${[...s.rung]}::smallint[])`)
  if (s.person) conditions.push(sql`c.person_id = ${s.person}::uuid`)
  if (s.channel?.length)
    conditions.push(sql`EXISTS (SELECT FROM credit_channel cc WHERE cc.organization_id = c.organization_id AND cc.outcome_id = c.outcome_id
      AND cc.revision = c.revision AND cc.channel_id = ANY (${uuids(s.channel)}))`)
  if (s.team) conditions.push(withinTeam(s.team))
  if (s.reach) conditions.push(sql`c.person_id IN (${personsWithin(s.organizationId, s.reach, s.today)})`)
  return join(conditions, ' AND ')
}

/** `WITH RECURSIVE team_path …` where the scope asks about a team, else nothing. */
export function withTeamPath(s: CreditScope): Sql {
  return s.team ? sql`WITH RECURSIVE ${teamPathCte(s.organizationId, chartDay(s))}` : empty
}
