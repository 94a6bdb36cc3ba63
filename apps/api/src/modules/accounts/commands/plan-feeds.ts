import { createHash } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { readsFeeds } from '../queries/get-settings.ts'

/** Every night; what is due is spread over the hours that follow. */
export const feedCron = '11 1 * * *'
const spreadSeconds = 20 * 60 * 60

/** When in the day an account's turn is: the same each day, another for each, so that no host hears from all at once. */
function turnOf(accountId: string): number {
  return createHash('sha256').update(accountId).digest().readUInt32BE(0) % spreadSeconds
}

/** A job for each feed that is allowed, not paused and due within the day. */
export function planFeeds(ctx: CommandContext): Promise<{ planned: number }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx) => {
    if (!(await readsFeeds(tx, organizationId))) return { planned: 0 }
    const rows = await tx.rows<{ id: string }>(sql`SELECT f.account_id AS id FROM account_feed f
      WHERE f.organization_id = ${organizationId}::uuid AND f.paused_at IS NULL AND f.next_at <= ${ctx.now}::timestamptz + interval '20 hours' ORDER BY f.account_id`)
    for (const { id } of rows) await ctx.enqueue(tx, 'read-feed', { organizationId, accountId: id }, turnOf(id))
    return { planned: rows.length }
  })
}
