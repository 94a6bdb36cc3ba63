import { useQuery } from '@tanstack/react-query'
import { waitingCountQuery } from '../../features/outcomes/embed/brief-queries.ts'
import { useShell } from '../../lib/shell.ts'
import type { Place } from '../navigation.ts'

/** How many things wait behind a place of the rail; null while that is not known, or where nothing ever waits. */
export function useWaiting(label: Place['label']) {
  const { can } = useShell()
  const isReview = label === 'review' && can['outcome.review']
  const { data } = useQuery({ ...waitingCountQuery(), enabled: isReview })
  return isReview && data && data.count > 0 ? data : null
}
