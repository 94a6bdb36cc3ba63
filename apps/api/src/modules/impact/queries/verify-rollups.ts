import type { Database } from '@oeuvre/db/database'
import { join, sql } from '@oeuvre/db/sql'
import { readSnapshot } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { cellsOfEntries, changesOf, dimensions, measures } from './read-cells.ts'

/** A cell that is not what its entries add up to: which, and what it says and should say. */
export type RollupProblem = { readonly cell: string; readonly stored: string | null; readonly computed: string | null }
export type RollupReport = { readonly version: string; readonly cells: number; readonly problems: readonly RollupProblem[] }

/**
 * Recomputes every cell of the rollups from the ledger up to the version that they hold. Rollups that wait to be folded anew are not
 * read by anybody and say nothing. At most 20 problems.
 */
export function verifyRollups(db: Database, organizationId: OrganizationId): Promise<RollupReport> {
  return readSnapshot(db, organizationId, async (tx) => {
    const id = sql`organization_id = ${organizationId}::uuid`
    const state = await tx.one<{ version: string; isStale: boolean }>(
      sql`SELECT ledger_version AS version, is_stale AS "isStale" FROM rollup_state WHERE ${id}`,
    )
    if (!state || state.isStale) return { version: '0', cells: 0, problems: [] }
    const cells = cellsOfEntries(organizationId, changesOf(organizationId, '0', state.version, 1))
    const month = sql`date_trunc('month', day)::date`
    const kinds = (
      grain: string,
    ) => sql`SELECT concat_ws(' ', ${grain}::text, ${grain === 'day' ? sql`day` : month}, type_id, side, rung) AS cell,
      sum(bp) AS bp, sum(outcomes) AS outcomes, sum(value) AS value, sum(potential) AS potential, sum(promised) AS promised, sum(kept) AS kept
      FROM (${cells.kinds}) k GROUP BY 1`
    const parts = dimensions.map(
      (
        dimension,
      ) => sql`SELECT concat_ws(' ', ${dimension}::text, ${month}, key) AS cell, sum(bp) AS bp, sum(outcomes) AS outcomes, sum(value) AS value, 0, 0, 0
        FROM (${cells.part[dimension]}) p GROUP BY 1`,
    )
    const counts = measures.map(
      (measure) => sql`SELECT concat_ws(' ', ${measure}::text, ${month}, side, bucket) AS cell, 0, sum(outcomes) AS outcomes, 0, 0, 0, 0
        FROM (${cells.count[measure]}) c GROUP BY 1`,
    )
    const quarters = sql`SELECT concat_ws(' ', 'person-quarter', date_trunc('quarter', day)::date, key), sum(bp), 0, sum(value), 0, 0, 0 FROM (${cells.part.person}) p GROUP BY 1`
    const people = sql`SELECT concat_ws(' ', 'people', day, '', 0), 0, count(*), 0, 0, 0, 0
      FROM (SELECT ${month} AS day, key FROM (${cells.part.person}) p GROUP BY 1, 2 HAVING sum(bp) > 0) x GROUP BY 1`
    const [found] = await tx.rows<{ cells: number; problems: RollupProblem[] }>(sql`
      WITH RECURSIVE ${cells.ctes},
      computed AS (${join([kinds('day'), kinds('month'), ...parts, quarters, ...counts, people], ' UNION ALL ')}),
      stored AS (
        SELECT concat_ws(' ', grain, starts_on, type_id, side, rung) AS cell, results_bp AS bp, outcomes, value_minor AS value, potential_minor AS potential, promised, kept
          FROM rollup_kind WHERE ${id}
        UNION ALL SELECT concat_ws(' ', dimension, starts_on, key), results_bp, outcomes, value_minor, 0, 0, 0 FROM rollup_part WHERE ${id}
        UNION ALL SELECT concat_ws(' ', measure, starts_on, side, bucket), 0, outcomes, 0, 0, 0, 0 FROM rollup_count WHERE ${id}),
      both_sides AS (
        SELECT coalesce(s.cell, c.cell) AS cell,
          concat_ws(' ', coalesce(s.bp, 0), coalesce(s.outcomes, 0), coalesce(s.value, 0), coalesce(s.potential, 0), coalesce(s.promised, 0), coalesce(s.kept, 0)) AS stored,
          concat_ws(' ', coalesce(c.bp, 0), coalesce(c.outcomes, 0), coalesce(c.value, 0), coalesce(c.potential, 0), coalesce(c.promised, 0), coalesce(c.kept, 0)) AS computed
        FROM stored s FULL JOIN computed c ON c.cell = s.cell)
      SELECT (SELECT count(*)::int FROM both_sides) AS cells,
        (SELECT coalesce(json_agg(x), '[]') FROM (SELECT * FROM both_sides WHERE stored <> computed ORDER BY cell LIMIT 20) x) AS problems`)
    return { version: state.version, cells: found?.cells ?? 0, problems: found?.problems ?? [] }
  })
}
