import { sql } from '@oeuvre/db/sql'
import { erasedAfter } from '@oeuvre/domain/accounts/rules'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitAccount } from '../events.ts'
import { accountsErased } from '../repo.ts'

/** Retention: address and handle of accounts that were withdrawn thirty days ago. Run by a system actor, any number of times. */
export async function eraseWithdrawn(ctx: CommandContext): Promise<{ erased: number }> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden')
  const before = new Date(ctx.now.getTime() - erasedAfter)
  return mutate(ctx, async (tx, emit, tools) => {
    const rows = await tx.rows<{ id: string; key: string }>(sql`
      UPDATE social_account a SET erased_at = ${ctx.now}::timestamptz, address = NULL, handle = NULL, address_key = NULL, proof_code = NULL, version = a.version + 1,
        updated_at = ${ctx.now}::timestamptz
      FROM (SELECT o.id, o.address_key FROM social_account o WHERE o.organization_id = ${ctx.actor.organizationId}::uuid AND o.erased_at IS NULL
        AND o.withdrawn_at <= ${before}::timestamptz FOR NO KEY UPDATE) was
      WHERE a.organization_id = ${ctx.actor.organizationId}::uuid AND a.id = was.id RETURNING a.id, coalesce(was.address_key, '') AS key`)
    await tx.run(
      sql`DELETE FROM account_use WHERE organization_id = ${ctx.actor.organizationId}::uuid AND account_id = ANY (${rows.map(({ id }) => id)}::uuid[])`,
    )
    await accountsErased(tools, rows)
    for (const { id } of rows) emitAccount(emit, { type: 'account.erased', accountId: id, cause: 'retention' })
    return { erased: rows.length }
  })
}
