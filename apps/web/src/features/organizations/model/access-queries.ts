import type { AccessFilter } from '@oeuvre/domain/organizations/access/schema'
import { trpc } from '../../../lib/api.ts'

/** The first page of those who have access, and those asked for since. */
export function accessOptions(filter: AccessFilter) {
  return trpc.organizations.access.infiniteQueryOptions(filter, { getNextPageParam: (page) => page.nextCursor })
}

export function memberOptions(personId: string) {
  return trpc.organizations.access.queryOptions({ personId, limit: 1 })
}
