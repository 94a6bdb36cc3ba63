import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationEvent } from '@oeuvre/domain/organizations/events'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { assertPerson } from '../repo.ts'

/**
 * Takes an ended access back, with the same user.
 * @throws DomainError not-found (there was none), forbidden (they left)
 */
export function restoreAccess(ctx: CommandContext, input: { personId: string }): Promise<void> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    const person = await assertPerson(tx, organizationId, input.personId)
    if (!person.user_id) throw new DomainError('not-found')
    if (person.status !== 'active') throw new DomainError('forbidden')
    const restored = await tx.run(sql`
      UPDATE membership SET ended_at = NULL
      WHERE organization_id = ${organizationId}::uuid AND person_id = ${input.personId}::uuid AND ended_at IS NOT NULL`)
    if (restored)
      emit({ type: 'access.restored', subject: { kind: 'person', id: input.personId }, payload: {} } satisfies OrganizationEvent)
  })
}
