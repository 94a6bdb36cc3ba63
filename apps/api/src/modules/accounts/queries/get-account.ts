import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { AccountView } from '@oeuvre/domain/accounts/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { presentAccount } from '../present.ts'
import { type AccountRow, selectAccounts } from '../repo.ts'
import { accountVisibleTo } from '../visible-to.ts'

/** One account, if the reader may see it; else it is not found, whoever asks. */
export async function getAccount(ctx: OrgContext, input: { id: string }): Promise<AccountView> {
  const { organizationId, today } = ctx.actor
  const row = await read(ctx.db, organizationId, (tx) =>
    tx.one<AccountRow>(sql`${selectAccounts(today)}
      WHERE a.organization_id = ${organizationId}::uuid AND a.id = ${input.id}::uuid AND ${accountVisibleTo(ctx.actor)}`),
  )
  if (!row) throw new DomainError('not-found')
  return presentAccount(row, ctx.actor, ctx.now)
}
