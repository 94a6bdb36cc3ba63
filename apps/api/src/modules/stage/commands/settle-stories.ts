import { sql } from '@oeuvre/db/sql'
import type { Standing } from '@oeuvre/domain/stage/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { settle } from './answer-story.ts'
import { tellWritten } from './tend-stories.ts'

type Row = { readonly id: string; readonly outcomeId: string; readonly before: Standing; readonly toId: string }

/** By night: who left is not waited for any more, and who can be asked otherwise than before is. */
export async function settleStories(ctx: CommandContext): Promise<void> {
  const { organizationId } = ctx.actor
  await mutate(ctx, async (tx, emit) => {
    const open = await tx.rows<Row>(sql`SELECT id, outcome_id AS "outcomeId", standing AS before, chosen_by_id AS "toId" FROM stage_story
      WHERE organization_id = ${organizationId}::uuid AND down_at IS NULL AND standing <> 'agreed' ORDER BY id`)
    for (const one of open) await settle(ctx, tx, emit, one)
    await tellWritten(tx, ctx)
  })
}
