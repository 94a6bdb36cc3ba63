import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type CreditScope, creditsInScope, withTeamPath } from '../../credits/visible-to.ts'

export type ChannelFigure = {
  readonly channelId: string
  readonly resultsBp: string
  readonly outcomes: number
  readonly valueMinor: string
}

/** Results in which a channel took part. A result with two channels stands in both rows, so the rows can exceed the total. */
export function listChannels(tx: SqlTx, scope: CreditScope): Promise<ChannelFigure[]> {
  return tx.rows<ChannelFigure>(sql`
    ${withTeamPath(scope)}${scope.team ? sql`,` : sql`WITH`} per_outcome AS (
      SELECT c.outcome_id, c.revision, sum(c.count_bp) AS bp, sum(c.reporting_minor) FILTER (WHERE c.value_kind = 'realised') AS value
      FROM credit c WHERE ${creditsInScope(scope)} GROUP BY 1, 2 HAVING sum(c.count_bp) <> 0)
    SELECT cc.channel_id AS "channelId", sum(o.bp)::text AS "resultsBp", count(*)::int AS outcomes, coalesce(sum(o.value), 0)::text AS "valueMinor"
    FROM per_outcome o JOIN credit_channel cc ON cc.organization_id = ${scope.organizationId}::uuid AND cc.outcome_id = o.outcome_id AND cc.revision = o.revision
    GROUP BY 1 ORDER BY sum(o.bp) DESC, 1`)
}
