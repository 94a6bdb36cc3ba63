import { join, type Sql, sql } from '@oeuvre/db/sql'
import { type Cells, dimensions, measures } from '../queries/read-cells.ts'

/** Of `persons` by month: their quarter, and each span of twelve months that the month lies in. */
export const widerPersons: readonly Sql[] = [
  sql`SELECT 'person-quarter'::text AS dimension, date_trunc('quarter', day)::date AS day, key, bp, 0::bigint AS outcomes, value FROM persons`,
  sql`SELECT 'person-twelve', (day - make_interval(months => before))::date, key, bp, 0::bigint, value FROM persons CROSS JOIN generate_series(0, 11) before`,
]

/**
 * Adds what changed to the rollups, in one statement that walks the changes once. In order, so that what is read together lies together:
 * else each of ten thousand people is on a page of their own.
 */
export function foldStatement(organizationId: string, cells: Cells): Sql {
  const id = sql`${organizationId}::uuid`
  const month = sql`date_trunc('month', day)::date`
  const kinds = (grain: 'day' | 'month') => sql`
    INSERT INTO rollup_kind AS r (organization_id, grain, starts_on, type_id, side, rung, results_bp, outcomes, value_minor, potential_minor, promised, kept)
    SELECT ${id}, ${grain}, ${grain === 'day' ? sql`day` : month}, type_id, side, rung, sum(bp), sum(outcomes), sum(value), sum(potential), sum(promised), sum(kept)
    FROM (${cells.kinds}) k GROUP BY 3, 4, 5, 6
    ON CONFLICT (organization_id, grain, starts_on, type_id, side, rung) DO UPDATE SET results_bp = r.results_bp + EXCLUDED.results_bp,
      outcomes = r.outcomes + EXCLUDED.outcomes, value_minor = r.value_minor + EXCLUDED.value_minor, potential_minor = r.potential_minor + EXCLUDED.potential_minor,
      promised = r.promised + EXCLUDED.promised, kept = r.kept + EXCLUDED.kept`
  const parts = dimensions.map(
    (dimension) => sql`SELECT ${dimension}::text AS dimension, day, key, bp, outcomes::bigint, value FROM (${cells.part[dimension]}) p`,
  )
  const counts = measures.map(
    (measure) => sql`SELECT ${measure}::text AS measure, day, side, bucket, outcomes FROM (${cells.count[measure]}) c`,
  )
  return sql`
    WITH RECURSIVE ${cells.ctes},
    persons AS MATERIALIZED (SELECT ${month} AS day, key, sum(bp) AS bp, sum(value) AS value FROM (${cells.part.person}) p GROUP BY 1, 2),
    folded_days AS (${kinds('day')}),
    folded_months AS (${kinds('month')}),
    folded_counts AS (
      INSERT INTO rollup_count AS r (organization_id, measure, starts_on, side, bucket, outcomes)
      SELECT ${id}, measure, ${month}, side, bucket, sum(outcomes) FROM (${join(counts, ' UNION ALL ')}) c GROUP BY 2, 3, 4, 5 HAVING sum(outcomes) <> 0
      ON CONFLICT (organization_id, measure, starts_on, side, bucket) DO UPDATE SET outcomes = r.outcomes + EXCLUDED.outcomes)
    INSERT INTO rollup_part AS r (organization_id, dimension, starts_on, key, results_bp, outcomes, value_minor)
    SELECT ${id}, dimension, ${month}, key, sum(bp), sum(outcomes), sum(value) FROM (${join([...parts, ...widerPersons], ' UNION ALL ')}) p GROUP BY 2, 3, 4 ORDER BY 2, 3, 4
    ON CONFLICT (organization_id, dimension, starts_on, key) DO UPDATE SET results_bp = r.results_bp + EXCLUDED.results_bp,
      outcomes = r.outcomes + EXCLUDED.outcomes, value_minor = r.value_minor + EXCLUDED.value_minor`
}

/** Counts anew who was credited in the months that versions above `from` up to `to` touched. */
export function countPeopleStatement(organizationId: string, from: string, to: string): Sql {
  const id = sql`organization_id = ${organizationId}::uuid`
  return sql`
    INSERT INTO rollup_count AS r (organization_id, measure, starts_on, side, bucket, outcomes)
    SELECT ${organizationId}::uuid, 'people', p.starts_on, '', 0, count(*) FILTER (WHERE p.results_bp > 0)
    FROM rollup_part p WHERE p.${id} AND p.dimension = 'person' AND p.starts_on IN (
      SELECT date_trunc('month', c.effective_on)::date FROM credit c WHERE c.${id} AND c.ledger_version > ${from}::bigint AND c.ledger_version <= ${to}::bigint)
    GROUP BY p.starts_on
    ON CONFLICT (organization_id, measure, starts_on, side, bucket) DO UPDATE SET outcomes = EXCLUDED.outcomes`
}
