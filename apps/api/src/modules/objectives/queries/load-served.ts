import { empty, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type CreditScope, chartDay, creditsInScope, teamPathCte } from '../../credits/visible-to.ts'

/** Results in basis points (10,000 is one), realised value in minor units of the reporting currency, results that stand. */
export type Served = { readonly bp: bigint; readonly value: bigint; readonly outcomes: number }
export const nothingServed: Served = { bp: 0n, value: 0n, outcomes: 0 }

/** The ledger as far as it is asked. An objective's own days and types come on top. */
export type Within = Omit<CreditScope, 'from' | 'to'>
type Asked = { readonly ids: readonly string[]; readonly within: Within; readonly until?: string | undefined }

/** Objectives with all below them. */
const below = (organizationId: string, ids: readonly string[]) => sql`below (root_id, id) AS (
    SELECT o.id, o.id FROM objective o WHERE o.organization_id = ${organizationId}::uuid AND o.id = ANY (${[...ids]}::uuid[])
    UNION SELECT b.root_id, o.id FROM below b JOIN objective o ON o.organization_id = ${organizationId}::uuid AND o.parent_id = b.id)`

/** Entries that count towards each: of it or of one below, in its days, of its types. As on the impact page only realised value is value. */
function entries({ ids, within, until }: Asked, columns: Sql): Sql {
  const { organizationId } = within
  return sql`WITH RECURSIVE ${within.team ? sql`${teamPathCte(organizationId, chartDay(within))}, ` : empty}${below(organizationId, ids)},
    e AS (SELECT b.root_id, c.outcome_id, c.revision, c.count_bp AS bp, CASE WHEN c.value_kind = 'realised' THEN c.reporting_minor END AS value, ${columns}
      FROM below b JOIN objective r ON r.organization_id = ${organizationId}::uuid AND r.id = b.root_id
      JOIN credit c ON c.objective_id = b.id AND c.effective_on BETWEEN r.from_day AND least(r.to_day, ${until ?? null}::date)
      WHERE ${creditsInScope({ ...within, from: null, to: null })}
        AND (NOT EXISTS (SELECT FROM objective_type x WHERE x.organization_id = r.organization_id AND x.objective_id = r.id)
          OR EXISTS (SELECT FROM objective_type x WHERE x.organization_id = r.organization_id AND x.objective_id = r.id AND x.type_id = c.type_id)))`
}

type Summed = { readonly bp: string; readonly value: string | null }
const served = ({ bp, value }: Summed, outcomes: number): Served => ({ bp: BigInt(bp), value: BigInt(value ?? 0), outcomes })

/** What serves each of these objectives; none: nothing. */
export async function loadServed(tx: SqlTx, asked: Asked): Promise<ReadonlyMap<string, Served>> {
  if (asked.ids.length === 0) return new Map()
  const rows = await tx.rows<Summed & { id: string; outcomes: number }>(sql`${entries(asked, sql`c.effective_on AS day`)}
    SELECT root_id AS id, sum(bp)::text AS bp, sum(value)::text AS value, (count(*) FILTER (WHERE bp <> 0))::int AS outcomes
    FROM (SELECT root_id, outcome_id, revision, sum(bp) AS bp, sum(value) AS value FROM e GROUP BY 1, 2, 3) o GROUP BY 1`)
  return new Map(rows.map((row) => [row.id, served(row, row.outcomes)]))
}

/** Day by day, of one objective. */
export async function loadServedByDay(tx: SqlTx, asked: Asked): Promise<(Served & { readonly day: string })[]> {
  const rows = await tx.rows<Summed & { day: string }>(sql`${entries(asked, sql`c.effective_on AS day`)}
    SELECT day, sum(bp)::text AS bp, sum(value)::text AS value FROM e GROUP BY 1 HAVING sum(bp) <> 0 OR sum(value) <> 0 ORDER BY 1`)
  return rows.map((row) => ({ day: row.day, ...served(row, 0) }))
}

/** By team of the day of the result, largest first; null: people who were in none. */
export async function loadServedByTeam(
  tx: SqlTx,
  asked: Asked,
): Promise<(Served & { readonly id: string | null; readonly name: string | null })[]> {
  const rows = await tx.rows<Summed & { id: string | null; name: string | null; outcomes: number }>(sql`${entries(asked, sql`c.team_id`)}
    SELECT o.team_id AS id, t.name, sum(bp)::text AS bp, sum(value)::text AS value, (count(*) FILTER (WHERE bp <> 0))::int AS outcomes
    FROM (SELECT team_id, outcome_id, revision, sum(bp) AS bp, sum(value) AS value FROM e GROUP BY 1, 2, 3) o
    LEFT JOIN team t ON t.organization_id = ${asked.within.organizationId}::uuid AND t.id = o.team_id
    GROUP BY 1, 2 HAVING sum(bp) <> 0 ORDER BY sum(bp) DESC, t.name, 1`)
  return rows.map((row) => ({ id: row.id, name: row.name, ...served(row, row.outcomes) }))
}
