import type { StageFilter } from '@oeuvre/domain/stage/schema'
import { trpc } from '../../../lib/api.ts'

/** A page of the archive after the other; the cursor is the query's own. */
export function archiveOptions(filter: StageFilter) {
  return trpc.stage.list.infiniteQueryOptions({ ...filter, limit: 24 }, { getNextPageParam: (page) => page.nextCursor ?? undefined })
}
