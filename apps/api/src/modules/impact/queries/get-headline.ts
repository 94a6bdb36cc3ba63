import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type CreditScope, creditsInScope, withTeamPath } from '../../credits/visible-to.ts'

export type Headline = {
  /** Basis points of results: 10,000 is one. Whole for the organization, shares in a slice by team or person. */
  readonly resultsBp: string
  /** Outcomes with a part in the scope. */
  readonly outcomes: number
  /** Realised value in minor units of the reporting currency; results without a value or without a rate add nothing. */
  readonly valueMinor: string
  /** Value of opportunities: apart, in no total. */
  readonly potentialMinor: string
  readonly people: number
  readonly teams: number
  /** Median days from submission to verification, imports left out; null without any. */
  readonly medianDays: string | null
}

/** The headline figures of a period. Counted: what the ledger holds, takebacks netted out. */
export async function getHeadline(tx: SqlTx, scope: CreditScope): Promise<Headline> {
  const row = await tx.one<Headline>(sql`
    ${withTeamPath(scope)}${scope.team ? sql`,` : sql`WITH`} inside AS MATERIALIZED (
      SELECT c.outcome_id, c.revision, c.person_id, c.team_id, c.count_bp, c.reporting_minor, c.value_kind, c.days_to_verify, c.is_imported
      FROM credit c WHERE ${creditsInScope(scope)}),
    per_outcome AS (
      SELECT outcome_id, revision, max(days_to_verify) FILTER (WHERE NOT is_imported) AS days FROM inside GROUP BY outcome_id, revision HAVING sum(count_bp) <> 0)
    SELECT
      (SELECT coalesce(sum(count_bp), 0)::text FROM inside) AS "resultsBp",
      (SELECT count(*)::int FROM per_outcome) AS outcomes,
      (SELECT coalesce(sum(reporting_minor) FILTER (WHERE value_kind = 'realised'), 0)::text FROM inside) AS "valueMinor",
      (SELECT coalesce(sum(reporting_minor) FILTER (WHERE value_kind = 'potential'), 0)::text FROM inside) AS "potentialMinor",
      (SELECT count(*)::int FROM (SELECT person_id FROM inside GROUP BY person_id HAVING sum(count_bp) > 0) x) AS people,
      (SELECT count(*)::int FROM (SELECT team_id FROM inside WHERE team_id IS NOT NULL GROUP BY team_id HAVING sum(count_bp) > 0) x) AS teams,
      (SELECT (percentile_cont(0.5) WITHIN GROUP (ORDER BY days))::numeric(10, 2)::text FROM per_outcome WHERE days IS NOT NULL) AS "medianDays"`)
  if (!row) throw new Error('an aggregate without a row')
  return row
}
