import { empty, type Sql, sql } from '@oeuvre/db/sql'
import { read, type SqlTx } from '@oeuvre/db/tenant'
import { type ContributorRole, contributorRoles } from '@oeuvre/domain/credits/schema'
import { type Actor, hasRole } from '@oeuvre/domain/organizations/schema'
import { type Counted, helperResults, withoutRests } from '@oeuvre/domain/stage/fairness/rules'
import type { Fairness } from '@oeuvre/domain/stage/fairness/schema'
import { addDays } from '@oeuvre/domain/time/calendar'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { holdsOn } from '../../outcomes/queries/load-outcomes.ts'
import { dayNow } from '../../people/visible-to.ts'

type Row = Counted & {
  readonly by: 'team' | 'site' | 'skill' | 'role' | 'all'
  readonly id: string | null
  readonly name: string | null
  readonly code: string | null
}

/**
 * Counted: results whose credit stands in the ledger, by their day, and stories by the day on which they came on stage, of the last year; each
 * once for every team, site and role with a part in it, thanked or credited. Teams are those of the day of the result, sites those of today.
 * Executives see the organization, managers the people of their reach.
 */
export function getFairness(ctx: Pick<OrgContext, 'db' | 'actor'>): Promise<Fairness> {
  const { actor } = ctx
  const { smallestGroup } = actor.settings
  const from = addDays(actor.today, -365)
  return read(ctx.db, actor.organizationId, async (tx) => {
    const rows = await count(tx, actor, from)
    const of = (by: Row['by']) =>
      withoutRests(
        rows.filter((row) => row.by === by),
        smallestGroup,
      )
    const all = rows.find(({ by }) => by === 'all')
    const cells = <T>(by: Row['by'], told: (row: Row) => T | null) =>
      of(by).flatMap(({ of: row, results, onStage }) => {
        const named = told(row)
        return named === null ? [] : [{ ...named, results, onStage }]
      })
    const roles = cells('role', ({ code }) => ({
      role: contributorRoles.find((one) => one === code) ?? ('lead' satisfies ContributorRole),
    }))
    return {
      ...{ from, to: actor.today, smallestGroup },
      all: { results: all?.results ?? 0, onStage: all?.onStage ?? 0 },
      teams: cells('team', ({ id, name }) => (id === null ? null : { id, name: name ?? '' })),
      sites: cells('site', ({ name }) => (name === null || name.trim() === '' ? null : { name })),
      trades: cells('skill', ({ id, code, name }) => (id === null ? null : { id, code, name })),
      roles: contributorRoles.flatMap((role) => roles.filter((one) => one.role === role)),
      helpers: await listHelpers(tx, actor, from),
    }
  })
}

function count(tx: SqlTx, actor: Actor, from: string): Promise<Row[]> {
  const org = sql`${actor.organizationId}::uuid`
  const [first, today] = [sql`${from}::date`, sql`${actor.today}::date`]
  const within = hasRole(actor, 'executive') ? empty : sql`AND m.team_id = ANY (${[...actor.reachTeamIds]}::uuid[])`
  return tx.rows<Row>(sql`
    WITH counted AS (
      SELECT c.outcome_id, FALSE AS is_story FROM credit c WHERE c.organization_id = ${org} AND c.is_lead AND c.reverses IS NULL
        AND c.effective_on BETWEEN ${first} AND ${today}
        AND NOT EXISTS (SELECT FROM credit r WHERE r.organization_id = c.organization_id AND r.reverses = c.id)
      UNION ALL
      SELECT s.outcome_id, TRUE FROM stage_story s WHERE s.organization_id = ${org} AND s.down_at IS NULL AND s.standing = 'agreed'
        AND s.from_day BETWEEN ${first} AND ${today}),
    part AS MATERIALIZED (
      SELECT x.outcome_id, x.is_story, k.person_id, k.role, o.skill_id, p.site, m.team_id FROM counted x
      JOIN outcome o ON o.organization_id = ${org} AND o.id = x.outcome_id
      JOIN contributor k ON k.organization_id = ${org} AND k.outcome_id = x.outcome_id
      JOIN person p ON p.organization_id = ${org} AND p.id = k.person_id
      LEFT JOIN team_membership m ON m.organization_id = ${org} AND m.person_id = k.person_id AND ${holdsOn('m', sql`o.occurred_on`)}
      WHERE TRUE ${within}),
    grouped AS (
      SELECT CASE WHEN GROUPING(team_id) = 0 THEN 'team' WHEN GROUPING(site) = 0 THEN 'site' WHEN GROUPING(skill_id) = 0 THEN 'skill'
          WHEN GROUPING(role) = 0 THEN 'role' ELSE 'all' END AS by, team_id, site, skill_id, role,
        count(DISTINCT outcome_id) FILTER (WHERE NOT is_story)::int AS results, count(DISTINCT outcome_id) FILTER (WHERE is_story)::int AS stories,
        count(DISTINCT person_id)::int AS people
      FROM part GROUP BY GROUPING SETS ((team_id), (site), (skill_id), (role), ()))
    SELECT g.by, coalesce(g.team_id, g.skill_id) AS id, coalesce(t.name, k.name, g.site) AS name, coalesce(k.code, g.role) AS code, g.results,
      g.stories AS "onStage", g.people
    FROM grouped g LEFT JOIN team t ON t.organization_id = ${org} AND t.id = g.team_id LEFT JOIN skill k ON k.organization_id = ${org} AND k.id = g.skill_id
    ORDER BY g.by, name, code, id`)
}

/** Thanks are those that others may read: that somebody was thanked in private is not told by leaving them out. */
async function listHelpers(tx: SqlTx, actor: Actor, from: string): Promise<Fairness['helpers']> {
  if (actor.reachTeamIds.length === 0) return []
  const org = sql`${actor.organizationId}::uuid`
  const today: Sql = sql`${actor.today}::date`
  return tx.rows<{ id: string; name: string }>(sql`
    SELECT p.id, p.name FROM person p JOIN team_membership m ON m.organization_id = p.organization_id AND m.person_id = p.id
      AND ${holdsOn('m', dayNow(today))} AND m.team_id = ANY (${[...actor.reachTeamIds]}::uuid[])
    WHERE p.organization_id = ${org} AND p.status = 'active' AND (p.left_on IS NULL OR p.left_on > ${today}) AND p.id <> ${actor.personId}::uuid
      AND (SELECT count(*) FROM (SELECT FROM contributor k JOIN outcome o ON o.organization_id = k.organization_id AND o.id = k.outcome_id
        WHERE k.organization_id = ${org} AND k.person_id = p.id AND k.role <> 'lead' AND o.state = 'verified'
          AND o.occurred_on >= ${from}::date LIMIT ${helperResults}) x) >= ${helperResults}
      AND NOT EXISTS (SELECT FROM contributor k JOIN stage_story s ON s.organization_id = k.organization_id AND s.outcome_id = k.outcome_id
        WHERE k.organization_id = ${org} AND k.person_id = p.id AND s.down_at IS NULL AND s.standing = 'agreed')
      AND NOT EXISTS (SELECT FROM kudos_person x JOIN kudos k ON k.organization_id = x.organization_id AND k.id = x.kudos_id AND k.removed_at IS NULL
        AND NOT k.is_private WHERE x.organization_id = ${org} AND x.person_id = p.id AND x.hidden_at IS NULL)
    ORDER BY p.name, p.id LIMIT 50`)
}
