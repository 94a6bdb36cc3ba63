import type pg from 'pg'

/**
 * The figures of the page by hand: one statement for each over the same rollups, as superuser, with nothing added, checked or put into words.
 * Twelve whole months, nothing left to fold.
 */
export async function pageByHand(
  client: pg.Client,
  organizationId: string,
  months: { now: [string, string]; before: [string, string] },
): Promise<unknown[]> {
  const ask = (text: string, values: unknown[] = []) => client.query(text, [organizationId, ...values])
  const of = ([from, to]: [string, string]) => [
    ask(
      `SELECT type_id, side, rung, sum(results_bp) AS bp, sum(outcomes) AS outcomes, sum(value_minor) AS value, sum(potential_minor) AS potential, sum(promised) AS promised, sum(kept) AS kept
        FROM rollup_kind WHERE organization_id = $1 AND grain = 'month' AND starts_on >= $2 AND starts_on < $3 GROUP BY 1, 2, 3`,
      [from, to],
    ),
    ...['team', 'own-team', 'channel', 'skill', 'program', 'objective'].map((dimension) =>
      ask(
        `SELECT key, sum(results_bp) AS bp, sum(outcomes) AS outcomes, sum(value_minor) AS value FROM rollup_part
          WHERE organization_id = $1 AND dimension = $4 AND starts_on >= $2 AND starts_on < $3 GROUP BY 1 ORDER BY 2 DESC`,
        [from, to, dimension],
      ),
    ),
    ask(
      `WITH p AS MATERIALIZED (SELECT key, results_bp AS bp, value_minor AS value FROM rollup_part WHERE organization_id = $1 AND dimension = 'person-twelve' AND starts_on = $2),
        r AS (SELECT count(*) OVER () AS n, row_number() OVER (ORDER BY bp) AS i, sum(bp) OVER (ORDER BY bp ROWS UNBOUNDED PRECEDING) AS held, sum(bp) OVER () AS whole FROM p),
        v AS (SELECT count(*) OVER () AS n, row_number() OVER (ORDER BY value) AS i, sum(value) OVER (ORDER BY value ROWS UNBOUNDED PRECEDING) AS held, sum(value) OVER () AS whole FROM p)
        SELECT (SELECT count(*) FROM p), (SELECT json_agg(json_build_array(i, held)) FROM r WHERE i % (1 + n / 100) = 0), (SELECT json_agg(json_build_array(i, held)) FROM v WHERE i % (1 + n / 100) = 0)`,
      [from],
    ),
    ask(
      `SELECT bucket, sum(outcomes) FROM rollup_count WHERE organization_id = $1 AND measure = 'verify' AND starts_on >= $2 AND starts_on < $3 GROUP BY 1 ORDER BY 1`,
      [from, to],
    ),
  ]
  const [from, to] = months.now
  const results = await Promise.all([
    ...of(months.now),
    ...of(months.before),
    ask(
      `SELECT starts_on, type_id, sum(results_bp), sum(value_minor) FROM rollup_kind WHERE organization_id = $1 AND grain = 'month' AND starts_on >= $2 AND starts_on < $3 GROUP BY 1, 2`,
      [from, to],
    ),
    ask(
      `SELECT starts_on, outcomes FROM rollup_count WHERE organization_id = $1 AND measure = 'people' AND starts_on >= $2 AND starts_on < $3`,
      [from, to],
    ),
    ask(
      `SELECT starts_on, bucket, sum(outcomes) FROM rollup_count WHERE organization_id = $1 AND measure = 'verify' AND starts_on >= $2 AND starts_on < $3 GROUP BY 1, 2`,
      [from, to],
    ),
    ...['touch', 'size'].map((measure) =>
      ask(
        `SELECT side, bucket, sum(outcomes), sum(sum(outcomes)) OVER (PARTITION BY side ORDER BY bucket) FROM rollup_count
          WHERE organization_id = $1 AND measure = $4 AND starts_on >= $2 AND starts_on < $3 GROUP BY 1, 2`,
        [from, to, measure],
      ),
    ),
    ask(
      `SELECT a.platform, count(DISTINCT a.person_id), count(*), count(n.account_id), count(*) FILTER (WHERE n.led) FROM social_account a LEFT JOIN (
          SELECT account_id, bool_or(is_verified) AS led FROM outcome_channel WHERE organization_id = $1 AND account_id IS NOT NULL AND sent_on >= $2 AND sent_on < $3 GROUP BY 1) n
          ON n.account_id = a.id
        WHERE a.organization_id = $1 GROUP BY 1`,
      [from, to],
    ),
    ask('SELECT id, name FROM team WHERE organization_id = $1'),
  ])
  return results.flatMap((r) => r.rows)
}
