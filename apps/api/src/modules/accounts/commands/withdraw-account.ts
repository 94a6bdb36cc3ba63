import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import type { AccountView, WithdrawAccount } from '@oeuvre/domain/accounts/schema'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitAccount } from '../events.ts'
import { presentAccount } from '../present.ts'
import { type AccountRow, accountsErased, appendConsent } from '../repo.ts'
import { loadForAction, reload } from './load-account.ts'

/**
 * From now on nobody but the owner sees it; results keep their platform without the handle. Address and handle go after thirty days,
 * or at once on request; then only the fact of a consent given and withdrawn is left.
 */
export function withdrawAccount(ctx: CommandContext, input: WithdrawAccount): Promise<AccountView> {
  return mutate(ctx, async (tx, emit, tools) => {
    const row = await loadForAction(tx, ctx, input.id, input.eraseNow ? 'erase' : 'withdraw')
    const erased = input.eraseNow ? await keyOf(tx, ctx, row.id) : null
    if (!(await withdraw(tx, ctx, row, input))) throw new DomainError('conflict')
    if (row.withdrawn_at === null) {
      await appendConsent(tx, ctx.actor.organizationId, row.id, 'withdrawn', ctx.now)
      emitAccount(emit, { type: 'account.withdrawn', accountId: row.id })
    }
    if (erased !== null) {
      emitAccount(emit, { type: 'account.erased', accountId: row.id, cause: 'owner' })
      await accountsErased(tools, [{ id: row.id, key: erased }])
    }
    tools.ledger.touchFacts()
    return presentAccount(await reload(tx, ctx, row.id), ctx.actor, ctx.now)
  })
}

async function keyOf(tx: Tx, { actor }: CommandContext, id: string): Promise<string> {
  const row = await tx.one<{ key: string | null }>(sql`
    SELECT address_key AS key FROM social_account WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid`)
  return row?.key ?? ''
}

async function withdraw(tx: Tx, ctx: CommandContext, row: AccountRow, input: WithdrawAccount): Promise<boolean> {
  const { organizationId } = ctx.actor
  const changed = await tx.run(sql`
    UPDATE social_account SET withdrawn_at = coalesce(withdrawn_at, ${ctx.now}::timestamptz), version = version + 1, updated_at = ${ctx.now}::timestamptz,
      erased_at = CASE WHEN ${input.eraseNow} THEN ${ctx.now}::timestamptz END,
      address = CASE WHEN ${input.eraseNow} THEN NULL ELSE address END,
      handle = CASE WHEN ${input.eraseNow} THEN NULL ELSE handle END,
      address_key = CASE WHEN ${input.eraseNow} THEN NULL ELSE address_key END,
      proof_code = NULL, posted_at = NULL
    WHERE organization_id = ${organizationId}::uuid AND id = ${row.id}::uuid AND version = ${input.version} AND erased_at IS NULL`)
  // Nothing of it is read any more; brought back, it has to be allowed anew.
  await tx.run(sql`DELETE FROM account_feed WHERE organization_id = ${organizationId}::uuid AND account_id = ${row.id}::uuid`)
  if (input.eraseNow)
    await tx.run(sql`DELETE FROM account_use WHERE organization_id = ${organizationId}::uuid AND account_id = ${row.id}::uuid`)
  return changed === 1
}
