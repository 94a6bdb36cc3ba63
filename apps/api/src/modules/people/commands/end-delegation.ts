import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { mayDelegateFor } from '@oeuvre/domain/people/delegation/rules'
import type { PersonEvent } from '@oeuvre/domain/people/events'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/** Before its last day, or before its first. What was decided meanwhile stands. @throws DomainError not-found, also where it is another's */
export function endDelegation(ctx: CommandContext, input: { readonly id: string }): Promise<void> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    const found = await tx.one<{ personId: string; delegateId: string }>(sql`
      SELECT person_id AS "personId", delegate_id AS "delegateId" FROM delegation
      WHERE organization_id = ${organizationId}::uuid AND id = ${input.id}::uuid FOR UPDATE`)
    if (!found || !mayDelegateFor(ctx.actor, found.personId)) throw new DomainError('not-found')
    const ended = await tx.run(sql`
      UPDATE delegation SET ended_at = ${ctx.now}::timestamptz
      WHERE organization_id = ${organizationId}::uuid AND id = ${input.id}::uuid AND ended_at IS NULL`)
    if (ended === 0) return
    emit({
      type: 'delegation.ended',
      subject: { kind: 'person', id: found.personId },
      payload: { delegationId: input.id, delegateId: found.delegateId },
    } satisfies PersonEvent)
    ledger.touchFacts()
  })
}
