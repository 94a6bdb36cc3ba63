import { type Sql, sql } from '@oeuvre/db/sql'

/**
 * The latest sign that an account `a` is used, up to a day, of those that its owner gave or allowed. What is kept by day (taps, results) is
 * read as of then. Of posts and visits the latest alone is kept, and of an account that was erased its taps are gone: where that is later
 * than the day, it was in use all the time, as far as is known.
 */
export function lastSignUntil(until: string, timeZone: string): Sql {
  const day = sql`${until}::date`
  const atMost = (sign: Sql) => sql`CASE WHEN ${sign} IS NOT NULL THEN least(${sign}, ${day}) END`
  const results = (table: Sql) => sql`SELECT sent_on FROM ${table} r
    WHERE r.organization_id = a.organization_id AND r.account_id = a.id AND r.is_verified AND r.sent_on <= ${day}`
  return sql`greatest(
    CASE WHEN a.used_on <= ${day} THEN a.used_on WHEN a.used_on IS NOT NULL AND a.erased_at IS NOT NULL THEN ${day} WHEN a.used_on IS NOT NULL
      THEN (SELECT max(u.used_on) FROM account_use u WHERE u.organization_id = a.organization_id AND u.account_id = a.id AND u.used_on <= ${day}) END,
    CASE WHEN a.last_result_on <= ${day} THEN a.last_result_on WHEN a.last_result_on IS NOT NULL
      THEN (SELECT max(sent_on) FROM (${results(sql`outcome_channel`)} UNION ALL ${results(sql`evidence`)}) r) END,
    ${atMost(sql`a.visited_on`)}, ${atMost(sql`(a.posted_at AT TIME ZONE ${timeZone})::date`)})`
}
