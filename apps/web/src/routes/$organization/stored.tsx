import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { StoredPage } from '../../features/privacy/screens/stored.tsx'

export const Route = createFileRoute('/$organization/stored')({
  staticData: { words: ['privacy', 'privacyColumns'] },
  loader: ({ context: { queryClient, trpc } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.accounts.settings.queryOptions()),
      queryClient.ensureQueryData(trpc.links.domains.queryOptions()),
      queryClient.ensureQueryData(trpc.reports.means.queryOptions()),
    ]),
  pendingComponent: PageSkeleton,
  component: StoredRoute,
})

function StoredRoute() {
  const { organization } = Route.useParams()
  return <StoredPage printAddress={`/api/o/${organization}/stored.pdf`} />
}
