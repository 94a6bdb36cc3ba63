import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { Platform } from '@oeuvre/domain/accounts/platforms/schema'
import type { AccountCounts } from '@oeuvre/domain/accounts/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { isOwnerActive } from '../visible-to.ts'

type Row = { readonly people: string; readonly platform: Platform | null; readonly registered: string; readonly led: string }

/**
 * How many accounts are registered, by platform, and how many of them carried a verified result? Counted: accounts not withdrawn, of
 * people who are still there, whomever their owners show them to. Not counted: people without an account. Below the organization's smallest
 * group of people there is no figure.
 */
export async function countAccounts(ctx: OrgContext): Promise<AccountCounts> {
  const { organizationId, today } = ctx.actor
  const { smallestGroup } = ctx.actor.settings
  const rows = await read(ctx.db, organizationId, (tx) =>
    tx.rows<Row>(sql`
      SELECT (SELECT count(*) FROM person p WHERE p.organization_id = ${organizationId}::uuid AND ${isOwnerActive(today)}) AS people,
        c.platform, coalesce(c.registered, 0) AS registered, coalesce(c.led, 0) AS led
      FROM (SELECT 1) one LEFT JOIN (
        SELECT a.platform, count(*) AS registered, count(a.last_result_on) AS led
        FROM social_account a JOIN person p ON p.organization_id = a.organization_id AND p.id = a.person_id
        WHERE a.organization_id = ${organizationId}::uuid AND a.withdrawn_at IS NULL AND ${isOwnerActive(today)} GROUP BY a.platform) c ON true
      ORDER BY c.registered DESC, c.platform`),
  )
  const people = Number(rows[0]?.people ?? 0)
  if (people < smallestGroup) return { people, counts: null, smallestGroup }
  const byPlatform = rows.flatMap((row) =>
    row.platform ? [{ platform: row.platform, registered: Number(row.registered), led: Number(row.led) }] : [],
  )
  return {
    people,
    smallestGroup,
    counts: {
      registered: byPlatform.reduce((sum, { registered }) => sum + registered, 0),
      ledToResult: byPlatform.reduce((sum, { led }) => sum + led, 0),
      byPlatform: byPlatform.map(({ platform, registered }) => ({ platform, registered })),
    },
  }
}
