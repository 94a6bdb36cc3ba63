import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { Reports } from '../../features/reports/screens/reports.tsx'
import { plainSearch } from '../../lib/search.ts'

export const Route = createFileRoute('/$organization/reports')({
  staticData: { words: ['people', 'reports'] },
  validateSearch: plainSearch,
  loader: ({ context: { queryClient, trpc } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.reports.list.queryOptions()),
      queryClient.ensureQueryData(trpc.reports.means.queryOptions()),
    ]),
  pendingComponent: PageSkeleton,
  component: ReportsRoute,
})

function ReportsRoute() {
  const navigate = Route.useNavigate()
  return <Reports search={Route.useSearch()} onDone={() => void navigate({ search: {}, replace: true })} />
}
