import { sql } from '@oeuvre/db/sql'
import { type CommandContext, mutate } from './mutate.ts'
import { keyKeptFor } from './request-keys.ts'

/** Retention: what was asked, and answered, longer ago than anybody asks again. */
export async function eraseKeys(ctx: CommandContext): Promise<{ erased: number }> {
  const before = new Date(ctx.now.getTime() - keyKeptFor)
  return mutate(ctx, async (tx) => ({
    erased: await tx.run(
      sql`DELETE FROM request_key WHERE organization_id = ${ctx.actor.organizationId}::uuid AND at < ${before}::timestamptz`,
    ),
  }))
}
