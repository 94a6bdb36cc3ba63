import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { Link } from '../../../features/links/screens/link.tsx'

export const Route = createFileRoute('/$organization/links/$id')({
  staticData: { words: ['links'] },
  loader: ({ context: { queryClient, trpc }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.links.get.queryOptions({ id: params.id })),
      queryClient.ensureQueryData(trpc.links.list.queryOptions({})),
    ]),
  pendingComponent: PageSkeleton,
  component: LinkRoute,
})

function LinkRoute() {
  const { id } = Route.useParams()
  return <Link key={id} id={id} />
}
