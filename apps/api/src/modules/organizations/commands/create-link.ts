import { randomUUIDv7 } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { InviteInput, NewLink } from '@oeuvre/domain/organizations/access/schema'
import type { OrganizationEvent } from '@oeuvre/domain/organizations/events'
import type { GrantableRole } from '@oeuvre/domain/organizations/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { newSecret } from '../../../platform/tokens.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { assertPerson, isMemberElsewhere } from '../repo.ts'

type LinkContext = CommandContext & { readonly baseUrl: string }
const lifetimeDays = { invitation: 14, 'password-reset': 1 } as const

/**
 * A one-use link that an administrator hands over; the answer is the only place where it stands in full. Earlier invitations of
 * this person no longer work.
 * @throws DomainError not-found, forbidden (left), already-member, email-taken (somebody else here signs in with it)
 */
export function inviteMember(ctx: LinkContext, input: InviteInput): Promise<NewLink> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    await lockOrganization(tx, organizationId)
    const person = await assertPerson(tx, organizationId, input.personId)
    if (person.status !== 'active') throw new DomainError('forbidden')
    if (person.user_id && !person.ended_at) throw new DomainError('already-member')
    await takeAddress(tx, organizationId, input)
    // Whoever comes back by another address starts anew, with the roles of the invitation; results hang on the person.
    await tx.run(sql`DELETE FROM membership WHERE organization_id = ${organizationId}::uuid AND person_id = ${input.personId}::uuid`)
    const held = await tx.rows<{ role: GrantableRole }>(sql`
      DELETE FROM role_grant WHERE organization_id = ${organizationId}::uuid AND person_id = ${input.personId}::uuid RETURNING role`)
    for (const { role } of held)
      emit({
        type: 'role.revoked',
        subject: { kind: 'person', id: input.personId },
        payload: { role, isOwn: false },
      } satisfies OrganizationEvent)
    const created = await createLink(ctx, tx, { kind: 'invitation', personId: input.personId, email: input.email, roles: input.roles })
    emit({
      type: 'invitation.created',
      subject: { kind: 'person', id: input.personId },
      payload: { linkId: created.id, roles: input.roles },
    } satisfies OrganizationEvent)
    return created
  })
}

async function takeAddress(tx: Tx, organizationId: string, input: InviteInput): Promise<void> {
  const other = await tx.one(sql`
    SELECT FROM person p LEFT JOIN membership m ON m.organization_id = p.organization_id AND m.person_id = p.id LEFT JOIN "user" u ON u.id = m.user_id
    WHERE p.organization_id = ${organizationId}::uuid AND p.id <> ${input.personId}::uuid AND p.status <> 'erased' AND (p.email = ${input.email} OR u.email = ${input.email})`)
  if (other) throw new DomainError({ code: 'email-taken', field: 'email' })
  await tx.run(sql`
    UPDATE person SET email = ${input.email}, version = version + 1, updated_at = now()
    WHERE organization_id = ${organizationId}::uuid AND id = ${input.personId}::uuid AND email IS DISTINCT FROM ${input.email}`)
}

/**
 * For somebody who forgot their password. Not for a user who also belongs elsewhere: an administrator here would open the door there.
 * @throws DomainError not-found (no access here), member-elsewhere
 */
export function createResetLink(ctx: LinkContext, input: { personId: string }): Promise<NewLink> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    const person = await assertPerson(tx, organizationId, input.personId)
    if (!person.user_id || person.ended_at || person.status !== 'active') throw new DomainError('not-found')
    if (await isMemberElsewhere(tx, organizationId, person.user_id)) throw new DomainError('member-elsewhere')
    const created = await createLink(ctx, tx, {
      kind: 'password-reset',
      personId: input.personId,
      email: person.user_email ?? '',
      roles: [],
    })
    emit({
      type: 'password-reset.created',
      subject: { kind: 'person', id: input.personId },
      payload: { linkId: created.id },
    } satisfies OrganizationEvent)
    return created
  })
}

type LinkRow = { kind: keyof typeof lifetimeDays; personId: string; email: string; roles: readonly GrantableRole[] }

async function createLink(ctx: LinkContext, tx: Tx, row: LinkRow): Promise<NewLink> {
  const { organizationId, personId } = ctx.actor
  const { secret, hash } = newSecret()
  const id = randomUUIDv7()
  const expiresAt = new Date(ctx.now.getTime() + lifetimeDays[row.kind] * 86_400_000)
  await tx.run(sql`
    UPDATE access_link SET revoked_at = ${ctx.now}::timestamptz WHERE organization_id = ${organizationId}::uuid AND person_id = ${row.personId}::uuid
      AND kind = ${row.kind} AND used_at IS NULL AND revoked_at IS NULL`)
  await tx.run(sql`
    INSERT INTO access_link (organization_id, id, kind, person_id, email, roles, token_hash, expires_at, created_by_id, created_at)
    VALUES (${organizationId}::uuid, ${id}::uuid, ${row.kind}, ${row.personId}::uuid, ${row.email}, ${[...row.roles]}, ${hash}, ${expiresAt}::timestamptz,
      ${personId}::uuid, ${ctx.now}::timestamptz)`)
  const path = row.kind === 'invitation' ? 'invitation' : 'reset'
  return { id, link: `${ctx.baseUrl}/${path}/${organizationId}.${secret}`, expiresAt: expiresAt.toISOString() }
}
