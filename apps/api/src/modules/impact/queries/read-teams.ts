import { type Sql, sql } from '@oeuvre/db/sql'

/** What is counted stands after the entries (1), less whether it stood before them. */
export const stands = sql`sign * ((bp <> 0)::int - ((bp - new_bp) <> 0)::int)`

/**
 * Entries of `WITH` over the entries `e`: `t` what each team's people had in each outcome, `own` what a team has, `shared` the outcomes
 * in which several teams had a part: these are few or at least each once, where every team above would be many times as many rows.
 */
export const teamCtes = sql`
  t AS MATERIALIZED (
    SELECT sign, outcome_id, revision, day, team_id, sum(bp) AS bp, coalesce(sum(bp) FILTER (WHERE is_new), 0) AS new_bp,
      (sum(value) FILTER (WHERE is_new))::bigint AS new_value
    FROM e GROUP BY 1, 2, 3, 4, 5),
  own AS MATERIALIZED (
    SELECT day, team_id, sum(sign * new_bp)::bigint AS bp, sum(${stands}) AS outcomes, coalesce(sum(sign * new_value), 0)::bigint AS value FROM t GROUP BY 1, 2),
  shared AS MATERIALIZED (
    SELECT row_number() OVER () AS i, v.n, x.day, v.teams FROM (
      SELECT sign, day, array_agg(team_id) FILTER (WHERE bp <> 0) AS now, array_agg(team_id) FILTER (WHERE bp <> new_bp) AS before
      FROM t WHERE team_id IS NOT NULL GROUP BY sign, outcome_id, revision, day HAVING count(*) > 1) x
    CROSS JOIN LATERAL (VALUES (x.sign, x.now), (-x.sign, x.before)) AS v (n, teams) WHERE cardinality(v.teams) > 1)`

/** Whether a path, by its name in the query, is meant on a day. */
export type PathHolds = (path: Sql, day: Sql) => Sql

/** It was the tree of that day. */
export function pathHeld(path: Sql, day: Sql): Sql {
  return sql`(${path}.valid_from IS NULL OR ${path}.valid_from <= ${day}) AND (${path}.valid_to IS NULL OR ${path}.valid_to > ${day})`
}

/**
 * Day, key, bp, outcomes, value of teams with those below. An outcome stands once, however many teams below had a part: their numbers are
 * added, less one for each beyond the first. (No team's part is ever below zero, so parts do not cancel.)
 */
export function teamsAbove(within: Sql, holds: PathHolds): Sql {
  const [tp, a, b] = [sql`tp`, sql`a`, sql`b`]
  return sql`
    SELECT day, key, sum(bp)::bigint AS bp, sum(outcomes) AS outcomes, sum(value)::bigint AS value FROM (
      SELECT w.day, tp.above_id AS key, w.bp, w.outcomes, w.value FROM own w JOIN team_path tp ON tp.team_id = w.team_id AND ${holds(tp, sql`w.day`)}
      UNION ALL
      SELECT s.day, a.above_id, 0, -s.n, 0 FROM shared s JOIN team_path a ON a.team_id = s.teams[1] AND ${holds(a, sql`s.day`)}
        JOIN team_path b ON b.team_id = s.teams[2] AND b.above_id = a.above_id AND ${holds(b, sql`s.day`)} WHERE cardinality(s.teams) = 2
      UNION ALL
      SELECT s.day, tp.above_id, 0, -s.n * (count(*) - 1), 0 FROM shared s CROSS JOIN unnest(s.teams) AS one (team_id)
        JOIN team_path tp ON tp.team_id = one.team_id AND ${holds(tp, sql`s.day`)} WHERE cardinality(s.teams) > 2
        GROUP BY s.i, s.n, s.day, tp.above_id HAVING count(*) > 1) x
    WHERE ${within} GROUP BY 1, 2`
}
