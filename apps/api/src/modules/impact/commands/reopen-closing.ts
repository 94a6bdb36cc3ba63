import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { ReopenClosingInput } from '@oeuvre/domain/impact/closing/schema'
import type { ImpactEvent } from '@oeuvre/domain/impact/events'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/** A closing no longer holds, with words why; it stays readable, and the period may be closed again. Asked twice, it is done once. */
export function reopenClosing(ctx: CommandContext, { id, words }: ReopenClosingInput): Promise<void> {
  const { organizationId, personId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    const closing = await tx.one<{ from: string; to: string }>(sql`
      SELECT from_day AS "from", to_day AS "to" FROM closed_period WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid`)
    if (!closing) throw new DomainError('not-found')
    const marked = await tx.run(sql`
      INSERT INTO reopened_period (organization_id, closing_id, by_id, at, words)
      VALUES (${organizationId}::uuid, ${id}::uuid, ${personId}::uuid, ${ctx.now}::timestamptz, ${words}) ON CONFLICT DO NOTHING`)
    if (marked === 0) return
    const event: ImpactEvent = { type: 'period.reopened', subject: { kind: 'closing', id }, payload: closing }
    emit(event)
  })
}
