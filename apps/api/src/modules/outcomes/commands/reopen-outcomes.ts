import type { DecisionOutput, OutcomeSet, ReopenInput } from '@oeuvre/domain/outcomes/review/schema'
import type { z } from 'zod'
import type { CommandContext } from '../../../platform/mutate.ts'
import { appendOpposites } from './append-verified.ts'
import { decide, moveTo, undecided } from './move-outcomes.ts'

/** A verified outcome goes back into the queue; the ledger takes back what it had. It waits anew from now. */
export function reopenOutcomes(ctx: CommandContext, input: z.infer<typeof ReopenInput>): Promise<DecisionOutput> {
  return takeBack(ctx, input, 'reopened', input.words)
}

/** A reopening, of whatever was decided, by the one who decided, within ten minutes: it waits as long as it had. */
export function undoDecisions(ctx: CommandContext, input: OutcomeSet): Promise<DecisionOutput> {
  return takeBack(ctx, input, 'undone', '')
}

function takeBack(ctx: CommandContext, { ids }: OutcomeSet, cause: 'reopened' | 'undone', text: string): Promise<DecisionOutput> {
  const waitsSince = cause === 'reopened' ? { submitted_at: ctx.now } : {}
  return decide(ctx, ids, cause === 'undone' ? 'undo' : 'reopen', async (work, members) => {
    await appendOpposites(
      work,
      members.flatMap(({ row }) => (row.state === 'verified' ? [row.id] : [])),
      cause,
    )
    return members.map(({ row }) => ({
      move: moveTo(row, 'submitted', { ...undecided, ...waitsSince }),
      event: {
        type: 'outcome.reopened',
        outcomeId: row.id,
        version: row.version + 1,
        from: row.state,
        to: 'submitted',
        revision: row.revision,
        cause,
      },
      words: { text },
    }))
  })
}

/** What was declined or withdrawn may be written again by its author. */
export function reopenAsDraft(ctx: CommandContext, input: OutcomeSet): Promise<DecisionOutput> {
  return decide(ctx, input.ids, 'reopenAsDraft', (_, members) =>
    members.map(({ row }) => ({
      move: moveTo(row, 'draft', { ...undecided, submitted_at: null }),
      event: { type: 'outcome.reopened-as-draft', outcomeId: row.id, version: row.version + 1, from: row.state, to: 'draft' },
    })),
  )
}
