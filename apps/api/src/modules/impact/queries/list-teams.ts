import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type CreditScope, creditsInScope, pathHolds, teamPathCte } from '../../credits/visible-to.ts'

export type TeamFigure = {
  /** null: credits of people who were in no team on the day. */
  readonly teamId: string | null
  readonly name: string | null
  readonly parentId: string | null
  readonly resultsBp: string
  readonly outcomes: number
  readonly valueMinor: string
}

/**
 * Credits rolled up to every team, teams below included, by the tree as it was on the day of each result. A team's figure is the
 * sum of its people's credits of then; the rows of one level add up to the row above plus that team's own.
 */
export function listTeams(tx: SqlTx, scope: CreditScope): Promise<TeamFigure[]> {
  return tx.rows<TeamFigure>(sql`
    WITH RECURSIVE ${teamPathCte(scope.organizationId)}, inside AS MATERIALIZED (
      SELECT c.outcome_id, c.team_id, c.effective_on, c.count_bp, c.reporting_minor, c.value_kind FROM credit c WHERE ${creditsInScope(scope)}),
    rolled AS (
      SELECT tp.above_id AS team_id, c.outcome_id, sum(c.count_bp) AS bp, sum(c.reporting_minor) FILTER (WHERE c.value_kind = 'realised') AS value
      FROM inside c JOIN team_path tp ON tp.team_id = c.team_id AND ${pathHolds} GROUP BY 1, 2
      UNION ALL
      SELECT NULL, c.outcome_id, sum(c.count_bp), sum(c.reporting_minor) FILTER (WHERE c.value_kind = 'realised') FROM inside c WHERE c.team_id IS NULL GROUP BY 2)
    SELECT r.team_id AS "teamId", t.name,
      (SELECT p.parent_id FROM team_placement p WHERE p.organization_id = ${scope.organizationId}::uuid AND p.team_id = r.team_id
         AND (p.valid_from IS NULL OR p.valid_from <= ${scope.today}::date) AND (p.valid_to IS NULL OR p.valid_to > ${scope.today}::date)) AS "parentId",
      sum(r.bp)::text AS "resultsBp", (count(*) FILTER (WHERE r.bp <> 0))::int AS outcomes, coalesce(sum(r.value), 0)::text AS "valueMinor"
    FROM rolled r LEFT JOIN team t ON t.organization_id = ${scope.organizationId}::uuid AND t.id = r.team_id
    GROUP BY r.team_id, t.name HAVING sum(r.bp) <> 0 ORDER BY sum(r.bp) DESC, t.name`)
}
