import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { AnswerStoryInput, Standing } from '@oeuvre/domain/stage/schema'
import { type CommandContext, type Emit, mutate } from '../../../platform/mutate.ts'
import { emitStory } from '../events.ts'
import { refreshStory, type StoryRow } from '../repo.ts'
import { loadStory } from './load-story.ts'

/**
 * Somebody who takes part says yes, yes without their name, or no; again, at any moment, it is another answer. Nobody learns who said what:
 * the log holds only, in the name of the system, that everybody agreed or that not everybody did.
 * @throws DomainError not-found, also of those who take no part in it
 */
export function answerStory(ctx: CommandContext, { id, answer }: AnswerStoryInput): Promise<{ id: string }> {
  const unseen: CommandContext = { ...ctx, keyed: null, requestId: null, actor: { ...ctx.actor, kind: 'system', personId: null } }
  return mutate(unseen, async (tx, emit) => {
    const { row } = await loadStory(ctx, tx, id)
    await keepAnswer(unseen, tx, emit, { row, personId: ctx.actor.personId, answer })
    return { id }
  })
}

type Said = { readonly row: StoryRow; readonly personId: string | null; readonly answer: AnswerStoryInput['answer'] }

/** `ctx`: of the system. @throws DomainError not-found */
export async function keepAnswer(ctx: CommandContext, tx: Tx, emit: Emit, { row, personId, answer }: Said): Promise<void> {
  if (row.downAt !== null || !row.contributors.some((c) => c.id === personId)) throw new DomainError('not-found')
  const answered = await tx.run(sql`UPDATE stage_consent SET answer = ${answer}, answered_at = ${ctx.now}::timestamptz
    WHERE organization_id = ${ctx.actor.organizationId}::uuid AND story_id = ${row.storyId}::uuid AND person_id = ${personId}::uuid`)
  if (answered === 0) throw new DomainError('not-found')
  await settle(ctx, tx, emit, { id: row.storyId, outcomeId: row.id, before: row.standing, toId: row.chosenBy.id })
}

export type Settled = { readonly id: string; readonly outcomeId: string; readonly before: StoryRow['standing']; readonly toId: string }

/** What everybody said, together; whoever chose it is told when that is another thing than before. */
export async function settle(ctx: CommandContext, tx: Tx, emit: Emit, { id, outcomeId, before, toId }: Settled): Promise<void> {
  await refreshStory(tx, ctx.actor, id, ctx.now)
  const row = await tx.one<{ standing: Standing }>(
    sql`SELECT standing FROM stage_story WHERE organization_id = ${ctx.actor.organizationId}::uuid AND id = ${id}::uuid`,
  )
  if (!row || row.standing === before || row.standing === 'waiting') return
  const type = row.standing === 'agreed' ? 'story.agreed' : 'story.refused'
  emitStory(emit, { type, subject: { kind: 'story', id }, payload: { outcomeId, toId } })
}
