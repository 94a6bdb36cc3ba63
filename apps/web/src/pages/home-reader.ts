import type { Permission } from '@oeuvre/domain/organizations/policy'
import type { Role } from '@oeuvre/domain/organizations/schema'

type Reader = { readonly can: Readonly<Record<Permission, boolean>>; readonly roles: readonly Role[] }
export type HomePart = 'waiting' | 'impact' | 'ask'

/** Whoever decides on results may find some waiting. */
export function decides({ can }: Reader): boolean {
  return can['outcome.review']
}

export function leads({ can, roles }: Reader): boolean {
  return roles.includes('executive') && can['impact.read']
}

/** What home shows, in order: what waits for the reader, where anything does; the figures, for an executive; the question. */
export function partsOf(reader: Reader, waiting: number): readonly HomePart[] {
  const parts: readonly (HomePart | false)[] = [decides(reader) && waiting > 0 && 'waiting', leads(reader) && 'impact', 'ask']
  return parts.filter((part) => part !== false)
}
