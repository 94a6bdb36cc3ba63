import { type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type Actor, hasRole } from '@oeuvre/domain/organizations/schema'
import type { ChainTeam, OutcomeRecord } from '@oeuvre/domain/outcomes/policy'
import { holdsOn, type OutcomeRow } from './load-outcomes.ts'

/** The teams above each team, from itself up to the root, with those of their managers who can sign in. Tree of today. */
export type Chains = (teamId: string | null) => OutcomeRecord['leadChain']

/** Of `person p` who manages: a login, and still there. */
export function canSignIn(today: Sql): Sql {
  return sql`p.status = 'active' AND (p.left_on IS NULL OR p.left_on > ${today}) AND EXISTS (SELECT FROM membership ms
    WHERE ms.organization_id = p.organization_id AND ms.person_id = p.id AND ms.ended_at IS NULL)`
}

export function leadTeamOf(row: Pick<OutcomeRow, 'contributors'>): string | null {
  return row.contributors.find((c) => c.role === 'lead')?.teamNow ?? null
}

/**
 * What this reader's own rights depend on, without asking the tree: whether a team is within reach. True to the tree for everybody
 * but reviewers, whose turn comes only when no manager is left.
 */
export function chainsOfReach(actor: Actor): Chains {
  const { personId, standIn } = actor
  if (personId === null) return () => []
  const own = standIn?.ownReachTeamIds ?? actor.reachTeamIds
  return (teamId) => {
    if (teamId === null || !actor.reachTeamIds.includes(teamId)) return []
    const standIns = standIn?.for.flatMap((one) => (one.reachTeamIds.includes(teamId) ? [{ personId, forId: one.personId }] : [])) ?? []
    return [{ teamId, managerIds: own.includes(teamId) ? [personId] : [], standIns }]
  }
}

type ChainRow = ChainTeam & { start: string }

/** The chains as they are. */
export async function loadChains(tx: SqlTx, actor: Actor, teamIds: readonly (string | null)[]): Promise<Chains> {
  const starts = [...new Set(teamIds.filter((id) => id !== null))]
  if (starts.length === 0) return () => []
  const today = sql`${actor.today}::date`
  const [first] = starts
  const from = starts.length === 1 ? sql`(SELECT ${first}::uuid) AS s(id)` : sql`unnest(${starts}::uuid[]) AS s(id)`
  const statement = sql`
    WITH RECURSIVE up AS (
      SELECT s.id AS start, s.id AS team_id, 0 AS height FROM ${from}
      UNION ALL
      SELECT up.start, tp.parent_id, up.height + 1 FROM up JOIN team_placement tp ON tp.organization_id = ${actor.organizationId}::uuid
        AND tp.team_id = up.team_id AND tp.parent_id IS NOT NULL AND ${holdsOn('tp', today)} WHERE up.height < 100)
    SELECT up.start, up.team_id AS "teamId", coalesce(m.managers, '{}') AS "managerIds", coalesce(m.stand_ins, '[]') AS "standIns"
    FROM up LEFT JOIN LATERAL (
      SELECT array_agg(x.person_id ORDER BY x.person_id) FILTER (WHERE x.for_id IS NULL) AS managers,
        json_agg(json_build_object('personId', x.person_id, 'forId', x.for_id) ORDER BY x.person_id, x.for_id) FILTER (WHERE x.for_id IS NOT NULL) AS stand_ins
      FROM managing(${actor.organizationId}::uuid, ${today}) x
      JOIN person p ON p.organization_id = ${actor.organizationId}::uuid AND p.id = x.person_id
      WHERE x.team_id = up.team_id AND ${canSignIn(today)}) m ON TRUE
    ORDER BY up.start, up.height`
  const rows = await (starts.length === 1 ? tx.prepared<ChainRow>(statement) : tx.rows<ChainRow>(statement))
  const byStart = Map.groupBy(rows, (row) => row.start)
  return (teamId) => (teamId === null ? [] : (byStart.get(teamId) ?? []))
}

/** Enough for this reader's own rights: the tree is asked only where it could matter. */
export async function chainsFor(tx: SqlTx, actor: Actor, rows: readonly Pick<OutcomeRow, 'contributors'>[]): Promise<Chains> {
  return hasRole(actor, 'reviewer') ? loadChains(tx, actor, rows.map(leadTeamOf)) : chainsOfReach(actor)
}
