import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { RoleChange } from '@oeuvre/domain/organizations/access/schema'
import type { OrganizationEvent } from '@oeuvre/domain/organizations/events'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { assertPerson, refuseLastAdministrator } from '../repo.ts'

/** @throws DomainError not-found, forbidden (nobody who left, nobody without an account) */
export function grantRole(ctx: CommandContext, input: RoleChange): Promise<void> {
  const { organizationId, personId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    const person = await assertPerson(tx, organizationId, input.personId)
    if (person.status !== 'active' || !person.user_id || person.ended_at) throw new DomainError('forbidden')
    const granted = await tx.run(sql`
      INSERT INTO role_grant (organization_id, person_id, role, granted_by_id)
      VALUES (${organizationId}::uuid, ${input.personId}::uuid, ${input.role}, ${personId}::uuid) ON CONFLICT DO NOTHING`)
    if (!granted) return
    const payload = { role: input.role, isOwn: input.personId === personId }
    emit({ type: 'role.granted', subject: { kind: 'person', id: input.personId }, payload } satisfies OrganizationEvent)
  })
}

/** @throws DomainError not-found, last-administrator */
export function revokeRole(ctx: CommandContext, input: RoleChange): Promise<void> {
  const { organizationId, personId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    await lockOrganization(tx, organizationId)
    await assertPerson(tx, organizationId, input.personId)
    if (input.role === 'administrator') await refuseLastAdministrator(tx, organizationId, input.personId)
    const revoked = await tx.run(sql`
      DELETE FROM role_grant WHERE organization_id = ${organizationId}::uuid AND person_id = ${input.personId}::uuid AND role = ${input.role}`)
    if (!revoked) return
    const payload = { role: input.role, isOwn: input.personId === personId }
    emit({ type: 'role.revoked', subject: { kind: 'person', id: input.personId }, payload } satisfies OrganizationEvent)
  })
}
