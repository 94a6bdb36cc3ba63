import type { ImpactFilter } from '@oeuvre/domain/impact/schema'
import type { Trpc } from '../../../lib/api.ts'

/** Its own GET: the browser keeps the answer and asks whether it still holds. */
export function pageQuery(trpc: Trpc, filter: ImpactFilter) {
  return trpc.impact.page.queryOptions(filter, { trpc: { context: { skipBatch: true } } })
}
