import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { DecisionOutput, DeclineInput, RequestChangesInput, ReturnSecondLookInput } from '@oeuvre/domain/outcomes/review/schema'
import type { ReasonKind } from '@oeuvre/domain/outcomes/types/schema'
import type { z } from 'zod'
import type { CommandContext } from '../../../platform/mutate.ts'
import { decide, decidedNow, moveTo, undecided, type Work } from './move-outcomes.ts'

/** Back to the author, with a reason of the list and words. @throws DomainError not-found, of a reason that is not in the list */
export function requestChanges(ctx: CommandContext, input: z.infer<typeof RequestChangesInput>): Promise<DecisionOutput> {
  return sendBack(ctx, input, 'changes')
}

/** With a reason of the list and words. @throws DomainError not-found, of a reason that is not in the list */
export function declineOutcomes(ctx: CommandContext, input: z.infer<typeof DeclineInput>): Promise<DecisionOutput> {
  return sendBack(ctx, input, 'decline')
}

const ways = {
  changes: { action: 'requestChanges', to: 'changes-requested', type: 'outcome.changes-requested' },
  decline: { action: 'decline', to: 'declined', type: 'outcome.declined' },
} as const

function sendBack(ctx: CommandContext, input: z.infer<typeof DeclineInput>, kind: ReasonKind): Promise<DecisionOutput> {
  const { action, to, type } = ways[kind]
  return decide(ctx, input.ids, action, async (work, members) => {
    const reasonCode = await codeOfReason(work, kind, input.reasonId)
    return members.map(({ row }) => ({
      move: moveTo(row, to, decidedNow(ctx)),
      event: { type, outcomeId: row.id, version: row.version + 1, from: row.state, to, reasonId: input.reasonId, reasonCode },
      words: reasonCode === null ? { text: input.words } : { text: input.words, reasonCode },
    }))
  })
}

/** One that was archived while somebody read the list still holds. */
async function codeOfReason({ ctx, tx }: Work, kind: ReasonKind, id: string): Promise<string | null> {
  const reason = await tx.one<{ code: string | null }>(sql`
    SELECT code FROM review_reason WHERE organization_id = ${ctx.actor.organizationId}::uuid AND id = ${id}::uuid AND kind = ${kind}`)
  if (!reason) throw new DomainError({ code: 'not-found', field: 'reasonId' })
  return reason.code
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
