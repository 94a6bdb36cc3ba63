import type { SqlTx } from '@oeuvre/db/tenant'
import { refuseAccountAction } from '@oeuvre/domain/accounts/policy'
import type { AccountAction } from '@oeuvre/domain/accounts/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { CommandContext } from '../../../platform/mutate.ts'
import { type AccountRow, findAccount, recordOf } from '../repo.ts'

/** @throws DomainError not-found for a stranger's, forbidden for a colleague's, conflict in another state */
export async function loadForAction(tx: SqlTx, ctx: CommandContext, id: string, action: AccountAction): Promise<AccountRow> {
  const row = await findAccount(tx, ctx.actor.organizationId, id, ctx.actor.today)
  if (!row) throw new DomainError('not-found')
  const refusal = refuseAccountAction(ctx.actor, recordOf(row), action, ctx.now.getTime())
  if (refusal) throw new DomainError(refusal)
  return row
}

export async function reload(tx: SqlTx, ctx: CommandContext, id: string): Promise<AccountRow> {
  const row = await findAccount(tx, ctx.actor.organizationId, id, ctx.actor.today)
  if (!row) throw new DomainError('not-found')
  return row
}
