import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { OrganizationEvent } from '@oeuvre/domain/organizations/events'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { assertPerson, isMemberElsewhere, refuseLastAdministrator } from '../repo.ts'

/**
 * Somebody may no longer sign in here; as a person they stay, and so do their roles, should access be given back.
 * @throws DomainError not-found, last-administrator
 */
export function endAccess(ctx: CommandContext, input: { personId: string }): Promise<void> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    await lockOrganization(tx, organizationId)
    await assertPerson(tx, organizationId, input.personId)
    if (!(await endAccessOf(tx, organizationId, input.personId))) return
    emit({ type: 'access.ended', subject: { kind: 'person', id: input.personId }, payload: {} } satisfies OrganizationEvent)
  })
}

/**
 * Under the organization's lock. The membership ends and open links are revoked; the sessions go with it unless the user belongs
 * elsewhere too.
 * @returns whether there was access to end
 * @throws DomainError last-administrator
 */
export async function endAccessOf(tx: Tx, organizationId: OrganizationId, personId: string): Promise<boolean> {
  await refuseLastAdministrator(tx, organizationId, personId)
  await tx.run(sql`
    UPDATE access_link SET revoked_at = now()
    WHERE organization_id = ${organizationId}::uuid AND person_id = ${personId}::uuid AND used_at IS NULL AND revoked_at IS NULL`)
  const ended = await tx.one<{ user_id: string }>(sql`
    UPDATE membership SET ended_at = now() WHERE organization_id = ${organizationId}::uuid AND person_id = ${personId}::uuid AND ended_at IS NULL
    RETURNING user_id`)
  if (!ended) return false
  if (!(await isMemberElsewhere(tx, organizationId, ended.user_id)))
    await tx.run(sql`DELETE FROM session WHERE user_id = ${ended.user_id}::uuid`)
  return true
}
