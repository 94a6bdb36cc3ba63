import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { Links } from '../../../features/links/screens/links.tsx'
import { plainSearch } from '../../../lib/search.ts'

export const Route = createFileRoute('/$organization/links/')({
  staticData: { words: ['links'] },
  validateSearch: plainSearch,
  loader: ({ context: { queryClient, trpc } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.links.list.queryOptions({})),
      queryClient.ensureQueryData(trpc.accounts.listOwn.queryOptions()),
    ]),
  pendingComponent: PageSkeleton,
  component: LinksRoute,
})

function LinksRoute() {
  const { program } = Route.useSearch()
  return <Links programId={program ?? null} />
}
