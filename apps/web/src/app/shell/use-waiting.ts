import { useQuery } from '@tanstack/react-query'
import { unreadQuery } from '../../features/notifications/embed/unread-query.ts'
import { waitingCountQuery } from '../../features/outcomes/embed/brief-queries.ts'
import { useShell } from '../../lib/shell.ts'
import type { Place } from '../navigation.ts'

/** How many things wait behind a place of the rail; null while that is not known, or where nothing ever waits. */
export function useWaiting(label: Place['label']) {
  const { can } = useShell()
  const isReview = label === 'review' && can['outcome.review']
  const isNotices = label === 'notices'
  const { data: waiting } = useQuery({ ...waitingCountQuery(), enabled: isReview })
  const { data: unread } = useQuery({ ...unreadQuery(), enabled: isNotices })
  const data = isReview ? waiting : isNotices ? unread : undefined
  return data && data.count > 0 ? data : null
}
