import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { AccountView } from '@oeuvre/domain/accounts/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { presentAccount } from '../present.ts'
import { type AccountRow, selectAccounts } from '../repo.ts'

/** Which accounts are mine? Those registered, then those withdrawn and not yet erased. */
export async function listOwn(ctx: OrgContext): Promise<{ accounts: AccountView[] }> {
  const { organizationId, personId, today } = ctx.actor
  const rows = await read(ctx.db, organizationId, (tx) =>
    tx.rows<AccountRow>(sql`${selectAccounts(today)}
      WHERE a.organization_id = ${organizationId}::uuid AND a.person_id = ${personId}::uuid AND a.erased_at IS NULL
      ORDER BY a.withdrawn_at DESC NULLS FIRST, a.created_at, a.id`),
  )
  return { accounts: rows.map((row) => presentAccount(row, ctx.actor, ctx.now)) }
}
