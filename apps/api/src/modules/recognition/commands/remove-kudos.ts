import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { isRestorable, removedFor } from '@oeuvre/domain/outcomes/comments/rules'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { emitKudos, ownKudos } from './give-kudos.ts'

/** One's own go; for ten minutes they can come back, as a comment can. @throws DomainError not-found, forbidden */
export function removeKudos(ctx: CommandContext, { id }: { id: string }): Promise<{ id: string }> {
  return setRemoved(ctx, id, true)
}

/** @throws DomainError undo-lapsed, not-found, forbidden */
export function restoreKudos(ctx: CommandContext, { id }: { id: string }): Promise<{ id: string }> {
  return setRemoved(ctx, id, false)
}

function setRemoved(ctx: CommandContext, id: string, isRemoved: boolean): Promise<{ id: string }> {
  const { actor } = ctx
  return mutate(ctx, async (tx, emit) => {
    const { removedAt } = await ownKudos(tx, actor, id, { isRemoved: true })
    if ((removedAt !== null) === isRemoved) return { id }
    if (removedAt !== null && !isRestorable(removedAt.getTime(), ctx.now.getTime())) throw new DomainError('undo-lapsed')
    await tx.run(sql`UPDATE kudos SET removed_at = ${isRemoved ? ctx.now : null}::timestamptz
      WHERE organization_id = ${actor.organizationId}::uuid AND id = ${id}::uuid`)
    emitKudos(emit, isRemoved ? 'kudos.removed' : 'kudos.restored', id)
    return { id }
  })
}

/** Retention: thanks that can no longer be brought back, with whom they thanked. Run by a system actor, any number of times. */
export async function eraseKudos(ctx: CommandContext): Promise<{ erased: number }> {
  if (ctx.actor.kind !== 'system') throw new DomainError('forbidden')
  const before = new Date(ctx.now.getTime() - removedFor)
  return mutate(ctx, async (tx) => ({
    erased: await tx.run(
      sql`DELETE FROM kudos WHERE organization_id = ${ctx.actor.organizationId}::uuid AND removed_at <= ${before}::timestamptz`,
    ),
  }))
}
