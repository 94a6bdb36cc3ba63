import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Language } from '@oeuvre/domain/organizations/schema'
import type { Context } from '../../../trpc/context.ts'

/** The person's choice; it follows them into every organization. */
export async function setLanguage(ctx: Context & { sessionToken: string }, input: { language: Language }): Promise<{ language: Language }> {
  const session = await ctx.db.prisma.session.findFirst({
    where: { token: ctx.sessionToken, expiresAt: { gt: ctx.now } },
    select: { userId: true },
  })
  if (!session) throw new DomainError('unauthenticated')
  await ctx.db.prisma.user.update({ where: { id: session.userId }, data: { language: input.language } })
  return input
}
