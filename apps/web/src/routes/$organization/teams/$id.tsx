import { createFileRoute } from '@tanstack/react-router'
import { directoryOptions } from '../../../features/people/model/use-directory.ts'
import { DirectorySkeleton } from '../../../features/people/screens/directory-skeleton.tsx'
import { TeamPage } from '../../../pages/team.tsx'

export const Route = createFileRoute('/$organization/teams/$id')({
  staticData: { words: ['people', 'recognition'] },
  loader: ({ context: { queryClient, trpc }, params }) => {
    void queryClient.prefetchInfiniteQuery(directoryOptions({ team: params.id }))
    return queryClient.ensureQueryData(trpc.people.team.queryOptions({ id: params.id }))
  },
  pendingComponent: DirectorySkeleton,
  component: TeamRoute,
})

function TeamRoute() {
  const { id } = Route.useParams()
  return <TeamPage key={id} id={id} />
}
