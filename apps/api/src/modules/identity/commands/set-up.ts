import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { SetUp } from '@oeuvre/domain/organizations/schema'
import { assertPassword } from '../../../platform/passwords.ts'
import type { Context } from '../../../trpc/context.ts'
import { createOrganization } from '../../organizations/commands/create-organization.ts'
import { consumeFirstRunToken, isFirstRunToken } from '../repo.ts'

/**
 * The first run: the printed link creates the organization and its administrator, once.
 * @throws DomainError link-invalid, password-*, slug-taken, email-taken
 */
export async function setUp(ctx: Context, input: SetUp): Promise<{ slug: string }> {
  await ctx.limits.attempt('link', 'first-run', ctx.address)
  if (!(await isFirstRunToken(ctx.db, input.token))) throw new DomainError('link-invalid')
  assertPassword(input.password)
  const passwordHash = await ctx.hashPassword(input.password)
  await createOrganization(ctx.db, { ...input, passwordHash }, async (tx) => {
    if (!(await consumeFirstRunToken(tx, input.token))) throw new DomainError('link-invalid')
  })
  return { slug: input.slug }
}
