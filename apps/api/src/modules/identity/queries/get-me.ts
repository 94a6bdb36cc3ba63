import type { Language } from '@oeuvre/domain/organizations/schema'
import type { Context } from '../../../trpc/context.ts'

export type Me = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly language: Language | null
  readonly organizations: readonly { readonly slug: string; readonly name: string }[]
}

/** Who is signed in and where they belong; null when nobody is. */
export async function getMe(ctx: Pick<Context, 'db' | 'sessionToken'>): Promise<Me | null> {
  if (!ctx.sessionToken) return null
  const { rows } = await ctx.db.pool.query<{ me: Me | null }>('SELECT open_user($1) AS me', [ctx.sessionToken])
  return rows[0]?.me ?? null
}
