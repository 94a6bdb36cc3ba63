import { trpc } from '../../../lib/api.ts'

/** What waits for this reader, the oldest first; `late`: only what is beyond the promise. */
export function queueOptions({ late = false }: { readonly late?: boolean | undefined } = {}) {
  return trpc.review.queue.infiniteQueryOptions({ limit: 50, late }, { getNextPageParam: (page) => page.nextCursor ?? undefined })
}
