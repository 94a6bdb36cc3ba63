import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type CreditScope, creditsInScope, withTeamPath } from '../../credits/visible-to.ts'

export type NotConverted = {
  readonly currency: string
  readonly digits: number
  readonly outcomes: number
  readonly valueMinor: string
  /** Of these results: of these days a rate is missing. */
  readonly firstDay: string
  readonly lastDay: string
}

/** Realised value for which no dated rate is known: summed per currency, in no other total. */
export function listNotConverted(tx: SqlTx, scope: CreditScope): Promise<NotConverted[]> {
  return tx.rows<NotConverted>(sql`
    ${withTeamPath(scope)}
    SELECT x.currency, x.digits, count(*)::int AS outcomes, sum(x.value)::text AS "valueMinor", min(x.day) AS "firstDay", max(x.day) AS "lastDay"
    FROM (SELECT c.currency, c.digits, c.outcome_id, c.effective_on AS day, sum(c.value_minor) AS value FROM credit c
      WHERE ${creditsInScope(scope)} AND c.value_minor IS NOT NULL AND c.reporting_minor IS NULL AND c.value_kind = 'realised'
      GROUP BY 1, 2, 3, 4 HAVING sum(c.count_bp) <> 0) x
    GROUP BY 1, 2 ORDER BY 1`)
}
