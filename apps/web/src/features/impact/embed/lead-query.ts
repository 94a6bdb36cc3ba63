import { trpc } from '../../../lib/api.ts'
import { pageQuery } from './page-query.ts'

/** What the impact page opens with when nothing is asked of it. */
export function leadQuery() {
  return pageQuery(trpc, {})
}
