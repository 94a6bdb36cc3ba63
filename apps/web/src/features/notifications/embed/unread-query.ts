import { trpc } from '../../../lib/api.ts'

/** How many notices the reader has not read; the stream of events keeps it. */
export function unreadQuery() {
  return trpc.notifications.unread.queryOptions(undefined, { staleTime: 60_000 })
}
