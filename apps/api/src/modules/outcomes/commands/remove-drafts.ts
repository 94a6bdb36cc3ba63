import { sql } from '@oeuvre/db/sql'
import type { OutcomeSet } from '@oeuvre/domain/outcomes/review/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitOutcome } from '../events.ts'
import { stateChanged } from '../queries/get-latest-change.ts'
import { loadMembers } from './move-outcomes.ts'

/** Drafts of one's own, gone for good. One that was verified before stands in the ledger and cannot go. */
export function removeDrafts(ctx: CommandContext, input: OutcomeSet): Promise<{ readonly removed: number }> {
  return mutate(ctx, async (tx, emit, tools) => {
    const members = await loadMembers({ ctx, tx, emit, tools }, input.ids, 'remove')
    const drafts = members.map(({ row }) => ({ id: row.id, version: row.version }))
    const gone = await tx.rows<{
      id: string
    }>(sql`DELETE FROM outcome o USING jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) AS x(id uuid, version int)
      WHERE o.organization_id = ${ctx.actor.organizationId}::uuid AND o.id = x.id AND o.version = x.version AND o.state = 'draft' RETURNING o.id`)
    if (gone.length < drafts.length) throw await stateChanged(tx, ctx.actor, drafts)
    for (const { id, version } of drafts) emitOutcome(emit, { type: 'outcome.removed', outcomeId: id, version })
    return { removed: gone.length }
  })
}
