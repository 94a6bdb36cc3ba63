import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { isRestorable, removedFor } from '@oeuvre/domain/outcomes/comments/rules'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitOutcome } from '../events.ts'
import { loadDiscussed } from '../queries/load-audience.ts'
import { ownComment } from './say-comment.ts'

/** One's own goes; for ten minutes it can come back. @throws DomainError not-found, forbidden */
export function removeComment(ctx: CommandContext, { id }: { id: string }): Promise<void> {
  return setRemoved(ctx, id, true)
}

/** @throws DomainError undo-lapsed, not-found, forbidden */
export function restoreComment(ctx: CommandContext, { id }: { id: string }): Promise<void> {
  return setRemoved(ctx, id, false)
}

function setRemoved(ctx: CommandContext, id: string, isRemoved: boolean): Promise<void> {
  const { actor } = ctx
  return mutate(ctx, async (tx, emit) => {
    const { outcomeId, removedAt } = await ownComment(tx, actor, id, { isRemoved: true })
    const { row } = await loadDiscussed(tx, actor, outcomeId)
    if ((removedAt !== null) === isRemoved) return
    if (removedAt !== null && !isRestorable(removedAt.getTime(), ctx.now.getTime())) throw new DomainError('undo-lapsed')
    await tx.run(sql`UPDATE comment SET removed_at = ${isRemoved ? ctx.now : null}::timestamptz
      WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid`)
    const type = isRemoved ? 'outcome.comment-removed' : 'outcome.comment-restored'
    emitOutcome(emit, { type, outcomeId, version: row.version, commentId: id })
  })
}

/** Retention: the words of what can no longer be brought back. Run by a system actor, any number of times. */
export async function eraseComments(ctx: CommandContext): Promise<{ erased: number }> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden')
  const before = new Date(ctx.now.getTime() - removedFor)
  return mutate(ctx, async (tx) => ({
    erased: await tx.run(sql`UPDATE comment SET text = '', mentioned_ids = '{}' WHERE organization_id = ${ctx.actor.organizationId}::uuid
      AND removed_at <= ${before}::timestamptz AND text <> ''`),
  }))
}
