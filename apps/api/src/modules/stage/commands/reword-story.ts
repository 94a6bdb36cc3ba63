import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { asksAnew, changedWords } from '@oeuvre/domain/stage/rules'
import type { RewordStoryInput, StoryVersion } from '@oeuvre/domain/stage/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitStory } from '../events.ts'
import { refreshStory, type StoryRow } from '../repo.ts'
import { loadOwnStory } from './load-story.ts'

/**
 * Other words beside a story; the former ones stay as a trace. Consent is to words: whoever had said yes is asked again, and until all of them
 * agreed nobody reads it. A "no" stands, and is not asked about again. @throws DomainError not-found, forbidden, conflict
 */
export function rewordStory(ctx: CommandContext, input: RewordStoryInput): Promise<StoryVersion> {
  const { id } = input
  return mutate(ctx, async (tx, emit) => {
    const { row } = await loadOwnStory(ctx, tx, input)
    const fields = changedWords(row, input)
    if (fields.length === 0) return { id, version: row.storyVersion }
    const isAnew = asksAnew(row, input)
    await keepFormer(tx, ctx, row)
    if ((await writeWords(tx, ctx, row, input, isAnew)) === 0) throw new DomainError('conflict')
    if (isAnew) await forgetYes(tx, ctx, id)
    const personIds = await refreshStory(tx, ctx.actor, id, ctx.now)
    const subject = { kind: 'story', id } as const
    emitStory(emit, { type: 'story.reworded', subject, payload: { outcomeId: row.id, fields } })
    if (personIds.length > 0) emitStory(emit, { type: 'story.asked', subject, payload: { outcomeId: row.id, personIds } })
    return { id, version: row.storyVersion + 1 }
  })
}

async function keepFormer(tx: Tx, { actor, now }: CommandContext, row: StoryRow): Promise<void> {
  const { reason, quote, needed, learnt, thanks, isClientWithheld, clientAs } = row
  await tx.run(sql`INSERT INTO stage_former_words (organization_id, story_id, version, reason, quote, needed, learnt, thanks, is_client_withheld,
      client_as, replaced_at, replaced_by_id)
    VALUES (${actor.organizationId}::uuid, ${row.storyId}::uuid, ${row.storyVersion}, ${reason}, ${quote}, ${needed}, ${learnt}, ${thanks},
      ${isClientWithheld}, ${clientAs}, ${now}::timestamptz, ${actor.personId}::uuid)`)
}

function writeWords(tx: Tx, { actor }: CommandContext, row: StoryRow, input: RewordStoryInput, isAnew: boolean): Promise<number> {
  const { reason, quote, needed, learnt, thanks, isClientWithheld, clientAs } = input
  return tx.run(sql`UPDATE stage_story SET reason = ${reason}, quote = ${quote}, needed = ${needed}, learnt = ${learnt}, thanks = ${thanks},
      is_client_withheld = ${isClientWithheld}, client_as = ${clientAs}, standing = CASE WHEN ${isAnew}::boolean THEN 'waiting' ELSE standing END,
      version = version + 1
    WHERE organization_id = ${actor.organizationId}::uuid AND id = ${row.storyId}::uuid AND version = ${row.storyVersion} AND down_at IS NULL`)
}

/** Who is asked again stands by the moment in the table alone: in the log it would tell who had said yes, and so who had not. */
async function forgetYes(tx: Tx, { actor, now }: CommandContext, id: string): Promise<void> {
  await tx.run(sql`UPDATE stage_consent SET answer = NULL, answered_at = NULL, asked_at = ${now}::timestamptz,
      mail_state = CASE WHEN asked_by = 'mail' THEN 'waiting' ELSE mail_state END
    WHERE organization_id = ${actor.organizationId}::uuid AND story_id = ${id}::uuid AND answer IN ('named', 'unnamed')`)
}
