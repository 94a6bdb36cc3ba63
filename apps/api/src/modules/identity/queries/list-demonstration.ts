import { sql } from '@oeuvre/db/sql'
import { z } from 'zod'
import type { Context } from '../../../trpc/context.ts'

export const demonstrationPrefix = 'demonstration:'
const Persona = z.object({
  userId: z.uuid(),
  organization: z.string(),
  slug: z.string(),
  personName: z.string(),
  role: z.enum(['employee', 'manager', 'executive', 'administrator']),
})
export type Persona = z.infer<typeof Persona>

/** Who can be signed in as with one click; empty outside demonstration mode. */
export async function listDemonstration(
  ctx: Pick<Context, 'db' | 'isDemonstration'>,
): Promise<(Omit<Persona, 'userId'> & { key: string })[]> {
  return (await readPersonas(ctx)).map(({ userId: _, ...persona }) => persona)
}

export async function readPersonas(ctx: Pick<Context, 'db' | 'isDemonstration'>): Promise<(Persona & { key: string })[]> {
  if (!ctx.isDemonstration) return []
  const q = sql`SELECT identifier, value FROM verification WHERE identifier LIKE ${`${demonstrationPrefix}%`} ORDER BY identifier`
  const { rows } = await ctx.db.pool.query<{ identifier: string; value: string }>(q.text, q.values as unknown[])
  return rows.map((r) => ({ ...Persona.parse(JSON.parse(r.value)), key: r.identifier.slice(demonstrationPrefix.length) }))
}
