import { empty, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { quietAfter } from '@oeuvre/domain/accounts/activity/rules'
import type { Presence } from '@oeuvre/domain/impact/parts/schema'
import { presenceOf } from '@oeuvre/domain/impact/presence/rules'
import { type CreditScope, personsWithin } from '../../credits/visible-to.ts'
import { dayNow } from '../../people/visible-to.ts'

type Asked = Pick<CreditScope, 'organizationId' | 'from' | 'to' | 'reach' | 'today' | 'team'> & {
  readonly smallestGroup: number
  readonly timeZone: string
}

/**
 * Accounts as their owners registered them, by the end of the period, and what came of them. They are facts of today, not of the
 * ledger: withdrawn ones are gone from every period. Active by the signs of `accounts/activity`, registering
 * among them for its 90 days: over a long period what was registered early and never used is idle. A reader with a border counts those whose owners are within it and show them.
 */
export async function loadPresence(
  tx: SqlTx,
  { organizationId, from, to, reach, today, team, smallestGroup, timeZone }: Asked,
): Promise<Presence> {
  const within = reach ? sql`a.visibility <> 'me' AND a.person_id IN (${personsWithin(organizationId, reach, today)})` : sql`TRUE`
  const inTeam = team ? sql`a.person_id IN (SELECT person_id FROM members)` : sql`TRUE`
  // Found once and looked up in a hash: else the members of the team are sought again for each account.
  const members = team
    ? sql`below AS (SELECT ${team}::uuid AS id UNION
          SELECT p.team_id FROM team_placement p JOIN below b ON p.parent_id = b.id WHERE p.organization_id = ${organizationId}::uuid
            AND daterange(p.valid_from, p.valid_to) @> ${today}::date),
        members AS MATERIALIZED (SELECT m.person_id FROM team_membership m CROSS JOIN LATERAL (
            SELECT p.left_on FROM person p WHERE p.organization_id = m.organization_id AND p.id = m.person_id OFFSET 0) p
          WHERE m.organization_id = ${organizationId}::uuid AND m.team_id IN (SELECT id FROM below)
            AND daterange(m.valid_from, m.valid_to) @> ${dayNow(sql`${today}::date`)}), `
    : empty
  const seen = (day: Sql) => sql`${day} BETWEEN least(${from}::date, ${to}::date - ${quietAfter - 1}::int) AND ${to}::date`
  const namedIn = (table: Sql) => sql`SELECT account_id, sent_on, is_verified FROM ${table} WHERE organization_id = ${organizationId}::uuid
    AND account_id IS NOT NULL AND ${seen(sql`sent_on`)}`
  // Taps are kept by day; of posts and visits the latest is known, so that a day of the past may miss one that a later one replaced.
  const localDay = (at: Sql) => sql`(${at} AT TIME ZONE ${timeZone})::date`
  const used = sql`n.used OR ${localDay(sql`a.created_at`)} > ${to}::date - ${quietAfter}::int OR ${seen(sql`a.visited_on`)} OR ${seen(localDay(sql`a.posted_at`))} OR EXISTS (SELECT FROM account_use u
    WHERE u.organization_id = a.organization_id AND u.account_id = a.id AND ${seen(sql`u.used_on`)})`
  const rows = await tx.rows<{ platform: string; owners: number; registered: number; active: number; led: number }>(sql`
    WITH RECURSIVE ${members}named AS (
      SELECT account_id, bool_or(is_verified AND sent_on >= ${from}::date) AS led, bool_or(is_verified) AS used
      FROM (${namedIn(sql`outcome_channel`)} UNION ALL ${namedIn(sql`evidence`)}) c GROUP BY 1)
    SELECT a.platform, count(DISTINCT a.person_id)::int AS owners, count(*)::int AS registered, (count(*) FILTER (WHERE n.led OR ((${used}) AND (a.closed_on IS NULL OR a.closed_on > ${to}::date))))::int AS active,
      (count(*) FILTER (WHERE n.led))::int AS led
    FROM social_account a LEFT JOIN named n ON n.account_id = a.id
    WHERE a.organization_id = ${organizationId}::uuid AND a.withdrawn_at IS NULL AND a.erased_at IS NULL
      AND (${to}::date >= ${today}::date OR ${localDay(sql`a.created_at`)} <= ${to}::date) AND ${within} AND ${inTeam}
    GROUP BY 1 ORDER BY count(*) DESC, 1`)
  return presenceOf(rows, smallestGroup)
}
