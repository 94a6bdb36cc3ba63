import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { LinkView } from '@oeuvre/domain/identity/schema'
import type { Context } from '../../../trpc/context.ts'
import { findOpenLink, organizationOf } from '../repo.ts'

/** @throws DomainError link-invalid: unknown, used, revoked and expired look the same */
export async function getLink(ctx: Context, input: { token: string }): Promise<LinkView> {
  const organizationId = organizationOf(input.token)
  await ctx.limits.attempt('link', input.token, ctx.address)
  if (!organizationId) throw new DomainError('link-invalid')
  const view = await read(ctx.db, organizationId, async (tx) => {
    const link = await findOpenLink(tx, input.token)
    if (!link) throw new DomainError('link-invalid')
    const user = await tx.one(sql`SELECT FROM "user" WHERE email = ${link.email.toLowerCase()}`)
    return {
      kind: link.kind,
      organizationName: link.organization_name,
      personName: link.person_name,
      email: link.email,
      hasUser: user !== null,
    }
  })
  // A whole company may be invited in one room: only links that open nothing count.
  await ctx.limits.forget('link', input.token, ctx.address)
  return view
}
