import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationEvent } from '@oeuvre/domain/organizations/events'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/** @throws DomainError not-found: unknown, used or revoked */
export function revokeInvitation(ctx: CommandContext, input: { id: string }): Promise<void> {
  return mutate(ctx, async (tx, emit) => {
    const revoked = await tx.one<{ person_id: string }>(sql`
      UPDATE access_link SET revoked_at = ${ctx.now}::timestamptz
      WHERE organization_id = ${ctx.actor.organizationId}::uuid AND id = ${input.id}::uuid AND kind = 'invitation' AND used_at IS NULL AND revoked_at IS NULL
      RETURNING person_id`)
    if (!revoked) throw new DomainError('not-found')
    emit({
      type: 'invitation.revoked',
      subject: { kind: 'person', id: revoked.person_id },
      payload: { linkId: input.id },
    } satisfies OrganizationEvent)
  })
}
