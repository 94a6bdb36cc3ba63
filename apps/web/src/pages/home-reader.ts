import type { Permission } from '@oeuvre/domain/organizations/policy'
import type { Role } from '@oeuvre/domain/organizations/schema'

type Reader = { readonly can: Readonly<Record<Permission, boolean>>; readonly roles: readonly Role[] }

/** Whoever reviews has a queue first; an executive the figures; everybody else the question. */
export function firstOf({ can, roles }: Reader): 'waiting' | 'impact' | 'ask' {
  if (can['outcome.review']) return 'waiting'
  return roles.includes('executive') && can['impact.read'] ? 'impact' : 'ask'
}
