import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { mayRevokeAward } from '@oeuvre/domain/recognition/awards/policy'
import type { HideAwardInput, RevokeAwardInput } from '@oeuvre/domain/recognition/awards/schema'
import type { AwardEvent } from '@oeuvre/domain/recognition/events'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { findAward } from '../queries/list-awards.ts'
import { isUndoable } from '../queries/load-awards.ts'

/** It no longer stands; it and the reason stay for whom it concerns. @throws DomainError not-found, forbidden, conflict (revoked meanwhile) */
export function revokeAward(ctx: CommandContext, { id, reason }: RevokeAwardInput): Promise<{ id: string }> {
  return mutate(ctx, async (tx, emit) => {
    const { record } = await findAward(tx, ctx, id)
    if (record.isRevoked) throw new DomainError('conflict')
    if (!mayRevokeAward(ctx.actor, record, ctx.now.getTime())) throw new DomainError('forbidden')
    const changed =
      await tx.run(sql`UPDATE award SET revoked_at = ${ctx.now}::timestamptz, revoked_by_id = ${ctx.actor.personId}::uuid, revoked_reason = ${reason}
      WHERE organization_id = ${ctx.actor.organizationId}::uuid AND id = ${id}::uuid AND revoked_at IS NULL`)
    if (changed === 0) throw new DomainError('conflict')
    emit({ type: 'award.revoked', subject: { kind: 'award', id }, payload: { isTakenBack: false } } satisfies AwardEvent)
    return { id }
  })
}

/** By its giver, before anybody was told: as if it had never been given. @throws DomainError not-found, forbidden, undo-lapsed */
export function takeBackAward(ctx: CommandContext, { id }: { id: string }): Promise<{ id: string }> {
  return mutate(ctx, async (tx, emit) => {
    const { row, record } = await findAward(tx, ctx, id)
    if (row.giverId !== ctx.actor.personId) throw new DomainError('forbidden')
    if (record.isRevoked || !isUndoable(row, ctx.now)) throw new DomainError('undo-lapsed')
    await tx.run(sql`UPDATE award SET revoked_at = ${ctx.now}::timestamptz, revoked_by_id = ${ctx.actor.personId}::uuid
      WHERE organization_id = ${ctx.actor.organizationId}::uuid AND id = ${id}::uuid AND revoked_at IS NULL`)
    emit({ type: 'award.revoked', subject: { kind: 'award', id }, payload: { isTakenBack: true } } satisfies AwardEvent)
    return { id }
  })
}

/** Whoever it is for keeps it from the others, or shows it again. @throws DomainError not-found, forbidden */
export function hideAward(ctx: CommandContext, { id, isHidden }: HideAwardInput): Promise<{ id: string }> {
  return mutate(ctx, async (tx) => {
    const { row } = await findAward(tx, ctx, id)
    if (row.recipient.kind !== 'person' || row.recipient.id !== ctx.actor.personId) throw new DomainError('forbidden')
    await tx.run(sql`UPDATE award SET hidden_at = ${isHidden ? ctx.now : null}::timestamptz
      WHERE organization_id = ${ctx.actor.organizationId}::uuid AND id = ${id}::uuid AND (hidden_at IS NOT NULL) <> ${isHidden}`)
    return { id }
  })
}
