import type { DecisionOutput, WithdrawInput } from '@oeuvre/domain/outcomes/review/schema'
import type { z } from 'zod'
import type { CommandContext } from '../../../platform/mutate.ts'
import { decide, moveTo } from './move-outcomes.ts'

/** The author takes back what waits for a decision. */
export function withdrawOutcomes(ctx: CommandContext, input: z.infer<typeof WithdrawInput>): Promise<DecisionOutput> {
  return decide(ctx, input.ids, 'withdraw', (_, members) =>
    members.map(({ row }) => ({
      move: moveTo(row, 'withdrawn'),
      event: { type: 'outcome.withdrawn', outcomeId: row.id, version: row.version + 1, from: row.state, to: 'withdrawn', cause: 'author' },
      words: { text: input.words },
    })),
  )
}
