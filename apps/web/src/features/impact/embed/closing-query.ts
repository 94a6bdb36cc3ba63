import { isWhole } from '@oeuvre/domain/impact/closing/policy'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import type { QueryClient } from '@tanstack/react-query'
import type { Trpc } from '../../../lib/api.ts'
import { closingsOf } from '../model/restated.ts'

/** Whether these figures are of what is reported, and to whoever reports it. */
export function isReported(page: ImpactPage, filter: ImpactFilter): boolean {
  return page.scope === 'organization' && isWhole(filter)
}

/** What was reported of the period of the page and what changed since, where paper shows it. */
export async function loadReported(client: QueryClient, trpc: Trpc, page: ImpactPage, filter: ImpactFilter): Promise<void> {
  if (!isReported(page, filter)) return
  const { closings } = await client.ensureQueryData(trpc.impact.closings.queryOptions())
  const { standing } = closingsOf(closings, page.period)
  if (standing) await client.ensureQueryData(trpc.impact.restatements.queryOptions({ id: standing.id }))
}
