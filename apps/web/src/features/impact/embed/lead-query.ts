import { trpc } from '../../../lib/api.ts'

/** What the impact page opens with when nothing is asked of it. */
export function leadQuery() {
  return trpc.impact.page.queryOptions({})
}
