import { sql } from '@oeuvre/db/sql'
import { type PrismaTx, writeWithPrisma } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { AcceptLink } from '@oeuvre/domain/identity/schema'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { assertPassword } from '../../../platform/passwords.ts'
import type { Context } from '../../../trpc/context.ts'
import { findOpenLink, type LinkRow, organizationOf } from '../repo.ts'

/**
 * Uses an invitation or a password reset, once. An invitation for an e-mail that already signs in keeps that user's password:
 * the person proves it by signing in afterwards.
 * @throws DomainError link-invalid, password-*
 */
export async function acceptLink(ctx: Context, input: AcceptLink): Promise<{ email: string; hasUser: boolean }> {
  const organizationId = organizationOf(input.token)
  await ctx.limits.attempt('link', input.token, ctx.address)
  if (!organizationId) throw new DomainError('link-invalid')
  const accepted = await writeWithPrisma(ctx.db, organizationId, async (tx) => {
    const link = await findOpenLink(tx, input.token, true)
    if (!link) throw new DomainError('link-invalid')
    return link.kind === 'invitation'
      ? acceptInvitation(ctx, tx, organizationId, link, input.password)
      : resetPassword(ctx, tx, organizationId, link, input.password)
  })
  await ctx.limits.forget('link', input.token, ctx.address)
  return accepted
}

async function acceptInvitation(ctx: Context, tx: PrismaTx, organizationId: OrganizationId, link: LinkRow, password: string) {
  const email = link.email.toLowerCase()
  const known = await tx.prisma.user.findUnique({ where: { email }, select: { id: true } })
  let userId = known?.id
  if (!userId) {
    assertPassword(password)
    const user = await tx.prisma.user.create({ data: { email, name: link.person_name, emailVerified: true } })
    await tx.prisma.authAccount.create({
      data: { userId: user.id, accountId: user.id, providerId: 'credential', password: await ctx.hashPassword(password) },
    })
    userId = user.id
  }
  const joined = await tx.run(sql`
    INSERT INTO membership (organization_id, user_id, person_id) VALUES (${organizationId}::uuid, ${userId}::uuid, ${link.person_id}::uuid)
    ON CONFLICT DO NOTHING`)
  if (!joined) throw new DomainError('link-invalid')
  for (const role of link.roles)
    await tx.run(sql`
      INSERT INTO role_grant (organization_id, person_id, role, granted_by_id) VALUES (${organizationId}::uuid, ${link.person_id}::uuid, ${role}, ${link.created_by_id}::uuid)
      ON CONFLICT DO NOTHING`)
  await record(ctx, tx, organizationId, link, 'invitation.accepted')
  return { email, hasUser: Boolean(known) }
}

async function resetPassword(ctx: Context, tx: PrismaTx, organizationId: OrganizationId, link: LinkRow, password: string) {
  assertPassword(password)
  const member = await tx.prisma.membership.findFirst({
    where: { organizationId, personId: link.person_id, endedAt: null },
    select: { userId: true },
  })
  if (!member) throw new DomainError('link-invalid')
  await tx.prisma.authAccount.updateMany({
    where: { userId: member.userId, providerId: 'credential' },
    data: { password: await ctx.hashPassword(password) },
  })
  await tx.prisma.session.deleteMany({ where: { userId: member.userId } }) // who had the old password is out, everywhere
  await record(ctx, tx, organizationId, link, 'password.reset')
  return { email: link.email, hasUser: true }
}

async function record(ctx: Context, tx: PrismaTx, organizationId: OrganizationId, link: LinkRow, type: string): Promise<void> {
  await tx.prisma.event.create({
    data: {
      organizationId,
      type,
      subjectKind: 'person',
      subjectId: link.person_id,
      actorKind: 'person',
      actorPersonId: link.person_id,
      requestId: ctx.requestId,
      payload: { linkId: link.id, roles: link.roles },
    },
  })
}
