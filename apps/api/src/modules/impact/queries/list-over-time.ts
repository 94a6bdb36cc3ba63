import { type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type CreditScope, creditsInScope, withTeamPath } from '../../credits/visible-to.ts'

export type SeriesBy = 'type' | 'side' | 'none'
export type TimeCell = {
  /** Index into the bucket starts, from 0. */
  readonly bucket: number
  /** Id of the type, or a side; empty for a single series. */
  readonly key: string
  readonly resultsBp: string
  readonly valueMinor: string
}

const keys: Readonly<Record<SeriesBy, Sql>> = { type: sql`c.type_id::text`, side: sql`c.side`, none: sql`''` }

/**
 * Results and realised value by bucket and series. `starts`: first days of the buckets, ascending, the first at or before
 * `scope.from`. A bucket without a row had no result. Grouped by day first: halves the time of a monthly aggregate.
 */
export function listOverTime(tx: SqlTx, scope: CreditScope, starts: readonly string[], by: SeriesBy): Promise<TimeCell[]> {
  return tx.rows<TimeCell>(sql`
    ${withTeamPath(scope)}${scope.team ? sql`,` : sql`WITH`} by_day AS (
      SELECT c.effective_on AS day, ${keys[by]} AS key, sum(c.count_bp) AS bp, sum(c.reporting_minor) FILTER (WHERE c.value_kind = 'realised') AS value
      FROM credit c WHERE ${creditsInScope(scope)} GROUP BY 1, 2)
    SELECT width_bucket(day, ${[...starts]}::date[]) - 1 AS bucket, key, sum(bp)::text AS "resultsBp", coalesce(sum(value), 0)::text AS "valueMinor"
    FROM by_day GROUP BY 1, 2 HAVING sum(bp) <> 0 OR coalesce(sum(value), 0) <> 0 ORDER BY 1, 2`)
}
