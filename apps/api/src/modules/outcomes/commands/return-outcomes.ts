import type { DecisionOutput, DeclineInput, RequestChangesInput, ReturnSecondLookInput } from '@oeuvre/domain/outcomes/review/schema'
import type { z } from 'zod'
import type { CommandContext } from '../../../platform/mutate.ts'
import { decide, decidedNow, moveTo, undecided } from './move-outcomes.ts'

/** Back to the author, with words. */
export function requestChanges(ctx: CommandContext, input: z.infer<typeof RequestChangesInput>): Promise<DecisionOutput> {
  return decide(ctx, input.ids, 'requestChanges', (_, members) =>
    members.map(({ row }) => ({
      move: moveTo(row, 'changes-requested', decidedNow(ctx)),
      event: { type: 'outcome.changes-requested', outcomeId: row.id, version: row.version + 1, from: row.state, to: 'changes-requested' },
      words: { text: input.words },
    })),
  )
}

/** With a reason of the list and words. */
export function declineOutcomes(ctx: CommandContext, input: z.infer<typeof DeclineInput>): Promise<DecisionOutput> {
  const { reasonCode, words } = input
  return decide(ctx, input.ids, 'decline', (_, members) =>
    members.map(({ row }) => ({
      move: moveTo(row, 'declined', decidedNow(ctx)),
      event: { type: 'outcome.declined', outcomeId: row.id, version: row.version + 1, from: row.state, to: 'declined', reasonCode },
      words: { text: words, reasonCode },
    })),
  )
}

/** The second look was not convinced: it waits for a first one again. */
export function returnSecondLook(ctx: CommandContext, input: z.infer<typeof ReturnSecondLookInput>): Promise<DecisionOutput> {
  return decide(ctx, input.ids, 'return', (_, members) =>
    members.map(({ row }) => ({
      move: moveTo(row, 'submitted', undecided),
      event: { type: 'outcome.second-look-returned', outcomeId: row.id, version: row.version + 1, from: row.state, to: 'submitted' },
      words: { text: input.words },
    })),
  )
}
