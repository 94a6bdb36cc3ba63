import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { formatView, noticesOptions, parseView } from '../../../features/notifications/model/notices-query.ts'
import { Notices } from '../../../features/notifications/screens/notices.tsx'
import { plainSearch } from '../../../lib/search.ts'

export const Route = createFileRoute('/$organization/notices/')({
  staticData: { words: ['notifications'] },
  validateSearch: plainSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => void queryClient.prefetchInfiniteQuery(noticesOptions(parseView(deps))),
  pendingComponent: PageSkeleton,
  component: NoticesRoute,
})

function NoticesRoute() {
  const view = parseView(Route.useSearch())
  const navigate = Route.useNavigate()
  return <Notices view={view} onView={(next) => void navigate({ search: formatView(next), replace: true, resetScroll: false })} />
}
