import { sql } from '@oeuvre/db/sql'
import type { Standing } from '@oeuvre/domain/stage/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { settle } from './answer-story.ts'

type Row = { readonly id: string; readonly outcomeId: string; readonly before: Standing; readonly toId: string }

/**
 * By night: who left is not waited for any more. And what the database wrote down because a result changed is told, where no command did:
 * any number of times, each person hears of an event once.
 */
export async function settleStories(ctx: CommandContext): Promise<void> {
  const { organizationId } = ctx.actor
  await mutate(ctx, async (tx, emit, { enqueue }) => {
    const open = await tx.rows<Row>(sql`SELECT id, outcome_id AS "outcomeId", standing AS before, chosen_by_id AS "toId" FROM stage_story
      WHERE organization_id = ${organizationId}::uuid AND down_at IS NULL AND standing <> 'agreed' ORDER BY id`)
    for (const one of open) await settle(ctx, tx, emit, one)
    const written = await tx.rows<{ id: string }>(sql`SELECT id FROM event WHERE organization_id = ${organizationId}::uuid
      AND type IN ('story.taken-down', 'story.asked') AND actor_kind = 'system' AND at > ${ctx.now}::timestamptz - interval '2 days' ORDER BY id LIMIT 500`)
    if (written.length > 0) await enqueue('tell', { eventIds: written.map(({ id }) => id).join() })
  })
}
