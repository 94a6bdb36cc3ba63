import { trpc } from '../../../lib/api.ts'

/** What waits for this reader, the oldest first. */
export function queueOptions() {
  return trpc.review.queue.infiniteQueryOptions({ limit: 50 }, { getNextPageParam: (page) => page.nextCursor ?? undefined })
}
