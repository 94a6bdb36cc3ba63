import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { rateOf, verdictOf } from '@oeuvre/domain/impact/comparison/rules'
import type { Comparison } from '@oeuvre/domain/impact/parts/schema'
import { type CreditScope, creditsInScope, withTeamPath } from '../../credits/visible-to.ts'
import { type Group, sidesOf } from './phrase-questions.ts'

/**
 * Of the verified opportunities of a period that carry the number of a deal, those whose deal a verified result with realised value
 * carries too: they became clients. Null where no opportunity carries one. `scope.ledgerVersion`: both as the ledger had them then.
 */
export async function loadConversion(tx: SqlTx, scope: CreditScope): Promise<Comparison['conversion']> {
  const id = sql`${scope.organizationId}::uuid`
  const version = sql`${scope.ledgerVersion ?? null}::bigint`
  const rows = await tx.rows<{ side: string; cases: number; won: number }>(sql`
    ${withTeamPath(scope)}${scope.team ? sql`,` : sql`WITH`} found AS (
      SELECT o.id, o.external_id FROM outcome_type t JOIN outcome o ON o.organization_id = t.organization_id AND o.type_id = t.id AND o.external_id IS NOT NULL
        AND o.occurred_on BETWEEN ${scope.from}::date AND ${scope.to}::date
      WHERE t.organization_id = ${id} AND t.value_kind = 'potential'),
    opportunity AS (
      SELECT c.outcome_id, c.side, f.external_id FROM found f JOIN credit c ON c.outcome_id = f.id
      WHERE ${creditsInScope({ ...scope, valueKind: ['potential'] })} GROUP BY 1, 2, 3 HAVING sum(c.count_bp) <> 0)
    SELECT p.side, count(*)::int AS cases, (count(*) FILTER (WHERE EXISTS (
        SELECT FROM outcome w JOIN credit wc ON wc.organization_id = w.organization_id AND wc.outcome_id = w.id AND wc.value_kind = 'realised'
          AND (${version} IS NULL OR wc.ledger_version <= ${version})
        WHERE w.organization_id = ${id} AND w.external_id = p.external_id GROUP BY w.id HAVING sum(wc.count_bp) <> 0)))::int AS won
    FROM opportunity p GROUP BY 1`)
  if (rows.length === 0) return null
  const of = (group: Group) => {
    const own = rows.filter((row) => sidesOf[group].some((side) => side === row.side))
    return rateOf(
      own.reduce((n, row) => n + row.won, 0),
      own.reduce((n, row) => n + row.cases, 0),
    )
  }
  const [all, social, conventional] = [of('all'), of('social'), of('conventional')]
  return { all, social, conventional, verdict: verdictOf(social, conventional) }
}
