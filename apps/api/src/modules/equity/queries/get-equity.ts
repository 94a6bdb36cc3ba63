import { empty, sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { contributorRoles } from '@oeuvre/domain/credits/schema'
import { type CountedGroup, expertNamers, expertResults, groupsOf, wholeOf } from '@oeuvre/domain/equity/rules'
import {
  type Dimension,
  dimensions,
  type EquityInput,
  type EquityOutput,
  type HiddenExpert,
  seniorityYears,
} from '@oeuvre/domain/equity/schema'
import { type Actor, hasRole } from '@oeuvre/domain/organizations/schema'
import { addMonths } from '@oeuvre/domain/time/calendar'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { holdsOn } from '../../outcomes/queries/load-outcomes.ts'
import { dayNow } from '../../people/visible-to.ts'

type Row = CountedGroup & { readonly by: Dimension | 'all' }
/** Of whoever helped again and again, the latest. */
const shownResults = 3
const none = { people: 0, logged: 0, verified: 0, onStage: 0, thanked: 0 }

/**
 * From logged to verified, on stage and thanked, for groups of people: executives of the organization, managers of their reach. Counted are parts
 * in results by the day of the result, weight 0 as any other. Teams and seniority are those of that day, sites those of today. Thanks are the
 * public ones.
 */
export function getEquity(ctx: Pick<OrgContext, 'db' | 'actor'>, { months }: EquityInput): Promise<EquityOutput> {
  const { actor } = ctx
  const { smallestGroup } = actor.settings
  const from = addMonths(actor.today, -months)
  return read(ctx.db, actor.organizationId, async (tx) => {
    const rows = await count(tx, actor, from)
    const all = rows.find(({ by }) => by === 'all') ?? none
    return {
      ...{ from, to: actor.today, smallestGroup, isWhole: hasRole(actor, 'executive') },
      all: wholeOf(all, smallestGroup),
      groups: dimensions.map((by) => ({
        by,
        rows: groupsOf(inOrder(rows.filter((row) => row.by === by)), all, smallestGroup),
      })),
      experts: actor.managedTeamIds.length > 0 ? await listExperts(tx, actor, from) : null,
    }
  })
}

/** Roles as they stand everywhere; the rest as they were asked for. */
function inOrder(rows: readonly Row[]): Row[] {
  const at = ({ by, key }: Row) => (by === 'role' ? contributorRoles.findIndex((role) => role === key) : 0)
  return rows.toSorted((a, b) => at(a) - at(b))
}

function count(tx: SqlTx, actor: Actor, from: string): Promise<Row[]> {
  const org = sql`${actor.organizationId}::uuid`
  const within = hasRole(actor, 'executive') ? empty : sql`AND m.team_id = ANY (${[...actor.reachTeamIds]}::uuid[])`
  return tx.rows<Row>(sql`
    WITH part AS MATERIALIZED (
      SELECT k.person_id, k.role, coalesce(o.skill_id::text, '') AS skill, coalesce(nullif(trim(p.site), ''), '') AS site, coalesce(m.team_id::text, '') AS team,
        coalesce((SELECT max(y) FROM unnest(${[...seniorityYears]}::int[]) y WHERE p.joined_on + make_interval(years => y) <= o.occurred_on)::text, '') AS years,
        o.state = 'verified' AS is_verified,
        o.state = 'verified' AND EXISTS (SELECT FROM stage_story s WHERE s.organization_id = ${org} AND s.outcome_id = o.id AND s.down_at IS NULL
          AND s.standing = 'agreed' AND s.from_day <= ${actor.today}::date) AS is_on_stage,
        o.state = 'verified' AND EXISTS (SELECT FROM kudos t JOIN kudos_person x ON x.organization_id = t.organization_id AND x.kudos_id = t.id
          WHERE t.organization_id = ${org} AND t.outcome_id = o.id AND t.removed_at IS NULL AND NOT t.is_private AND x.person_id = k.person_id
            AND x.hidden_at IS NULL) AS is_thanked
      FROM outcome o JOIN contributor k ON k.organization_id = ${org} AND k.outcome_id = o.id
      JOIN person p ON p.organization_id = ${org} AND p.id = k.person_id
      LEFT JOIN team_membership m ON m.organization_id = ${org} AND m.person_id = k.person_id AND ${holdsOn('m', sql`o.occurred_on`)}
      WHERE o.organization_id = ${org} AND o.state NOT IN ('draft', 'withdrawn', 'merged') AND o.occurred_on BETWEEN ${from}::date AND ${actor.today}::date
        ${within}),
    grouped AS (
      SELECT CASE WHEN GROUPING(team) = 0 THEN 'team' WHEN GROUPING(site) = 0 THEN 'site' WHEN GROUPING(skill) = 0 THEN 'trade'
          WHEN GROUPING(years) = 0 THEN 'seniority' WHEN GROUPING(role) = 0 THEN 'role' ELSE 'all' END AS by,
        coalesce(team, site, skill, years, role, '') AS key, count(DISTINCT person_id)::int AS people, count(*)::int AS logged,
        count(*) FILTER (WHERE is_verified)::int AS verified, count(*) FILTER (WHERE is_on_stage)::int AS "onStage",
        count(*) FILTER (WHERE is_thanked)::int AS thanked
      FROM part GROUP BY GROUPING SETS ((team), (site), (skill), (years), (role), ()))
    SELECT g.by, g.key, CASE g.by WHEN 'site' THEN nullif(g.key, '') ELSE coalesce(t.name, k.name) END AS name,
      CASE WHEN g.by IN ('seniority', 'role') THEN nullif(g.key, '') ELSE k.code END AS code, g.people, g.logged, g.verified, g."onStage", g.thanked
    FROM grouped g LEFT JOIN team t ON g.by = 'team' AND t.organization_id = ${org} AND t.id::text = g.key
    LEFT JOIN skill k ON g.by = 'trade' AND k.organization_id = ${org} AND k.id::text = g.key
    ORDER BY g.by, g.key = '', CASE WHEN g.by = 'seniority' THEN lpad(g.key, 3, '0') END, name, g.key`)
}

/**
 * People of one's own teams whom others named as helpers in several verified results, and who were never on stage: by name, never by a figure.
 */
async function listExperts(tx: SqlTx, actor: Actor, from: string): Promise<HiddenExpert[]> {
  const org = sql`${actor.organizationId}::uuid`
  const today = sql`${actor.today}::date`
  const rows = await tx.rows<HiddenExpert>(sql`
    SELECT p.id, p.name, h.results FROM person p JOIN team_membership m ON m.organization_id = p.organization_id AND m.person_id = p.id
      AND ${holdsOn('m', dayNow(today))} AND m.team_id = ANY (${[...actor.managedTeamIds]}::uuid[])
    CROSS JOIN LATERAL (
      SELECT count(*) AS n, count(DISTINCT x.by) AS namers, (json_agg(json_build_object('id', x.id, 'title', x.title) ORDER BY x.occurred_on DESC, x.id))::jsonb AS results
      FROM (SELECT o.id, o.title, o.occurred_on, l.person_id AS by FROM contributor k JOIN outcome o ON o.organization_id = k.organization_id AND o.id = k.outcome_id
        JOIN contributor l ON l.organization_id = k.organization_id AND l.outcome_id = k.outcome_id AND l.role = 'lead'
        WHERE k.organization_id = ${org} AND k.person_id = p.id AND k.role <> 'lead' AND o.state = 'verified' AND o.occurred_on BETWEEN ${from}::date AND ${today}
          AND o.author_id IS DISTINCT FROM p.id ORDER BY o.occurred_on DESC, o.id LIMIT 20) x) h
    WHERE p.organization_id = ${org} AND p.status = 'active' AND (p.left_on IS NULL OR p.left_on > ${today}) AND p.id <> ${actor.personId}::uuid
      AND h.n >= ${expertResults} AND h.namers >= ${expertNamers}
      AND NOT EXISTS (SELECT FROM contributor k JOIN stage_story s ON s.organization_id = k.organization_id AND s.outcome_id = k.outcome_id
        WHERE k.organization_id = ${org} AND k.person_id = p.id AND s.down_at IS NULL AND s.standing = 'agreed' AND s.from_day <= ${today})
    ORDER BY p.name, p.id LIMIT 50`)
  return rows.map(({ results, ...one }) => ({ ...one, results: results.slice(0, shownResults) }))
}
