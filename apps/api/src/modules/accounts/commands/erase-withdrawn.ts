import { sql } from '@oeuvre/db/sql'
import { erasedAfter } from '@oeuvre/domain/accounts/rules'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitAccount } from '../events.ts'

/** Retention: address and handle of accounts that were withdrawn thirty days ago. Run by a system actor, any number of times. */
export async function eraseWithdrawn(ctx: CommandContext): Promise<{ erased: number }> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden')
  const before = new Date(ctx.now.getTime() - erasedAfter)
  return mutate(ctx, async (tx, emit) => {
    const rows = await tx.rows<{ id: string }>(sql`
      UPDATE social_account SET erased_at = ${ctx.now}::timestamptz, address = NULL, handle = NULL, address_key = NULL, version = version + 1,
        updated_at = ${ctx.now}::timestamptz
      WHERE organization_id = ${ctx.actor.organizationId}::uuid AND erased_at IS NULL AND withdrawn_at <= ${before}::timestamptz RETURNING id`)
    for (const { id } of rows) emitAccount(emit, { type: 'account.erased', accountId: id, cause: 'retention' })
    return { erased: rows.length }
  })
}
