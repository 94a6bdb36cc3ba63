import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Side } from '@oeuvre/domain/credits/schema'
import { type CreditScope, creditsInScope, withTeamPath } from '../../credits/visible-to.ts'

export type SideFigure = { readonly side: Side; readonly resultsBp: string; readonly outcomes: number; readonly valueMinor: string }

/** Social beside conventional: four parts that add up to all results. A part without results has no row. */
export function listSides(tx: SqlTx, scope: CreditScope): Promise<SideFigure[]> {
  return tx.rows<SideFigure>(sql`
    ${withTeamPath(scope)}
    SELECT x.side, sum(x.bp)::text AS "resultsBp", (count(*) FILTER (WHERE x.bp <> 0))::int AS outcomes, coalesce(sum(x.value), 0)::text AS "valueMinor"
    FROM (SELECT c.side, c.outcome_id, sum(c.count_bp) AS bp, sum(c.reporting_minor) FILTER (WHERE c.value_kind = 'realised') AS value
      FROM credit c WHERE ${creditsInScope(scope)} GROUP BY 1, 2) x
    GROUP BY 1 HAVING sum(x.bp) <> 0 ORDER BY 1`)
}
