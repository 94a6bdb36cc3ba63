import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { trpc } from '../../../lib/api.ts'

/** A page of the list after the other; the cursor is the query's own. */
export function listOptions({ cursor: _, ...filter }: ListFilter) {
  return trpc.outcomes.list.infiniteQueryOptions({ ...filter, limit: 50 }, { getNextPageParam: (page) => page.nextCursor ?? undefined })
}

export function countOptions({ cursor: _, sort: __, ...filter }: ListFilter) {
  return trpc.outcomes.count.queryOptions(filter)
}

/** What narrows the list; the order does not. */
export function isNarrowed({ cursor: _, sort: __, ...filter }: ListFilter): boolean {
  return Object.values(filter).some(
    (value) => value !== undefined && value !== false && value !== '' && !(Array.isArray(value) && value.length === 0),
  )
}
