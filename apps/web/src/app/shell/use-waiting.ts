import { useQuery } from '@tanstack/react-query'
import { trpc } from '../../lib/api.ts'
import { useShell } from '../../lib/shell.ts'
import type { Place } from '../navigation.ts'

/** How many things wait behind a place of the rail; null while that is not known, or where nothing ever waits. */
export function useWaiting(label: Place['label']) {
  const { can } = useShell()
  const isReview = label === 'review' && can['outcome.review']
  const { data } = useQuery(trpc.review.count.queryOptions(undefined, { enabled: isReview, staleTime: 30_000 }))
  return isReview && data && data.count > 0 ? data : null
}
