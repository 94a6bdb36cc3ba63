import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type CreditScope, creditsInScope, withTeamPath } from '../../credits/visible-to.ts'

export type TypeFigure = {
  readonly typeId: string
  readonly resultsBp: string
  readonly outcomes: number
  readonly valueMinor: string
  readonly potentialMinor: string
}

/** By type of result; the rows add up to all results. Value of opportunities stands in its own column. */
export function listTypes(tx: SqlTx, scope: CreditScope): Promise<TypeFigure[]> {
  return tx.rows<TypeFigure>(sql`
    ${withTeamPath(scope)}
    SELECT x.type_id AS "typeId", sum(x.bp)::text AS "resultsBp", (count(*) FILTER (WHERE x.bp <> 0))::int AS outcomes,
      coalesce(sum(x.realised), 0)::text AS "valueMinor", coalesce(sum(x.potential), 0)::text AS "potentialMinor"
    FROM (SELECT c.type_id, c.outcome_id, sum(c.count_bp) AS bp, sum(c.reporting_minor) FILTER (WHERE c.value_kind = 'realised') AS realised,
        sum(c.reporting_minor) FILTER (WHERE c.value_kind = 'potential') AS potential
      FROM credit c WHERE ${creditsInScope(scope)} GROUP BY 1, 2) x
    GROUP BY 1 HAVING sum(x.bp) <> 0 ORDER BY sum(x.bp) DESC, 1`)
}
