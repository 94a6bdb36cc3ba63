import { sql } from '@oeuvre/db/sql'
import { type CommandContext, mutate } from './mutate.ts'
import { keyKeptFor } from './request-keys.ts'

/** Retention: what was asked, and answered, longer ago than anybody asks again; sessions that have ended. */
export async function eraseKeys(ctx: CommandContext): Promise<{ erased: number }> {
  const before = new Date(ctx.now.getTime() - keyKeptFor)
  return mutate(ctx, async (tx) => {
    // Of everybody's: sessions are of no organization. With them go the addresses that they were opened from.
    await tx.run(sql`DELETE FROM session WHERE expires_at < ${ctx.now}::timestamptz`)
    const keys = sql`DELETE FROM request_key WHERE organization_id = ${ctx.actor.organizationId}::uuid AND at < ${before}::timestamptz`
    return { erased: await tx.run(keys) }
  })
}
