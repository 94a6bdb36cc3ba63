import type { Database } from '@oeuvre/db/database'
import { join, type Sql, sql } from '@oeuvre/db/sql'
import { readSnapshot, type SqlTx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { cellsOfEntries, changesOf, measures } from './read-cells.ts'
import { pathHeld } from './read-teams.ts'

/** A cell that is not what its entries add up to: which, and what it says and should say. */
export type RollupProblem = { readonly cell: string; readonly stored: string | null; readonly computed: string | null }
export type RollupReport = { readonly version: string; readonly cells: number; readonly problems: readonly RollupProblem[] }

/**
 * Recomputes every cell of the rollups from the ledger up to the version that they hold, and what stands beside each named account. Rollups that wait to be folded anew are not
 * read by anybody and say nothing. At most 20 problems.
 */
export function verifyRollups(db: Database, organizationId: OrganizationId): Promise<RollupReport> {
  return readSnapshot(db, organizationId, async (tx) => {
    const id = sql`organization_id = ${organizationId}::uuid`
    const state = await tx.one<{ version: string; isStale: boolean }>(
      sql`SELECT ledger_version AS version, is_stale AS "isStale" FROM rollup_state WHERE ${id}`,
    )
    const named = await findOtherNames(tx, id)
    if (!state || state.isStale) return { version: '0', cells: 0, problems: named }
    const cells = cellsOfEntries(organizationId, changesOf(organizationId, ['0', state.version], 1))
    const month = sql`date_trunc('month', day)::date`
    const kinds = (
      grain: string,
    ) => sql`SELECT concat_ws(' ', ${grain}::text, ${grain === 'day' ? sql`day` : month}, type_id, side, rung) AS cell,
      sum(bp) AS bp, sum(outcomes) AS outcomes, sum(value) AS value, sum(potential) AS potential, sum(promised) AS promised, sum(kept) AS kept
      FROM (${cells.kinds}) k GROUP BY 1`
    // By another way than the fold: each outcome under each team above, once.
    const teams = sql`SELECT day, key, sum(sign * bp) AS bp, sum(sign * (bp <> 0)::int) AS outcomes, coalesce(sum(sign * value), 0) AS value FROM (
      SELECT e.sign, e.outcome_id, e.revision, e.day, tp.above_id AS key, sum(e.bp) AS bp, sum(e.value) AS value
      FROM e JOIN team_path tp ON tp.team_id = e.team_id AND ${pathHeld(sql`tp`, sql`e.day`)} GROUP BY 1, 2, 3, 4, 5) x GROUP BY 1, 2`
    const parts = Object.entries({ ...cells.part, team: teams }).map(
      ([
        dimension,
        relation,
      ]) => sql`SELECT concat_ws(' ', ${dimension}::text, ${month}, key) AS cell, sum(bp) AS bp, sum(outcomes) AS outcomes, sum(value) AS value, 0, 0, 0
        FROM (${relation}) p GROUP BY 1`,
    )
    const counts = measures.map(
      (measure) => sql`SELECT concat_ws(' ', ${measure}::text, ${month}, side, bucket) AS cell, 0, sum(outcomes) AS outcomes, 0, 0, 0, 0
        FROM (${cells.count[measure]}) c GROUP BY 1`,
    )
    // By another way than the fold: each span asks for its days, not each day for its spans.
    const spans = sql`
      SELECT DISTINCT 'person-quarter' AS dimension, date_trunc('quarter', day)::date AS low, (date_trunc('quarter', day) + interval '3 months')::date AS high FROM persons
      UNION SELECT 'person-twelve', (day - make_interval(months => n))::date, (day + make_interval(months => 12 - n))::date FROM persons CROSS JOIN generate_series(0, 11) n`
    const wider = sql`SELECT concat_ws(' ', s.dimension, s.low, p.key), sum(p.bp), 0, sum(p.value), 0, 0, 0
      FROM (${spans}) s JOIN persons p ON p.day >= s.low AND p.day < s.high GROUP BY 1`
    const people = sql`SELECT concat_ws(' ', 'people', day, '', 0), 0, count(*), 0, 0, 0, 0
      FROM persons WHERE bp > 0 GROUP BY day`
    const [found] = await tx.rows<{ cells: number; problems: RollupProblem[] }>(sql`
      WITH RECURSIVE ${cells.ctes},
      persons AS MATERIALIZED (SELECT ${month} AS day, key, sum(bp) AS bp, sum(value) AS value FROM (${cells.part.person}) p GROUP BY 1, 2),
      computed AS (${join([kinds('day'), kinds('month'), ...parts, wider, ...counts, people], ' UNION ALL ')}),
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
    return { version: state.version, cells: found?.cells ?? 0, problems: [...named, ...(found?.problems ?? [])] }
  })
}

/** Where an account is named beside another day or state than its result has. */
function findOtherNames(tx: SqlTx, id: Sql): Promise<RollupProblem[]> {
  const of = (table: Sql) => sql`SELECT id, outcome_id, sent_on, is_verified FROM ${table} WHERE ${id} AND account_id IS NOT NULL`
  return tx.rows<RollupProblem>(sql`
    SELECT cell, stored, computed FROM (
      SELECT 'account ' || n.id AS cell, concat_ws(' ', n.sent_on, n.is_verified) AS stored,
        concat_ws(' ', CASE WHEN o.state IN ('submitted', 'second-look', 'changes-requested', 'verified') THEN o.occurred_on END, o.state = 'verified') AS computed
      FROM (${of(sql`outcome_channel`)} UNION ALL ${of(sql`evidence`)}) n JOIN outcome o ON o.${id} AND o.id = n.outcome_id) x
    WHERE stored <> computed ORDER BY cell LIMIT 20`)
}
