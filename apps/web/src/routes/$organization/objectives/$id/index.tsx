import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../../components/page-skeleton.tsx'
import { Objective } from '../../../../pages/objective.tsx'

export const Route = createFileRoute('/$organization/objectives/$id/')({
  staticData: { words: ['objectives'] },
  loader: ({ context: { queryClient, trpc }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.objectives.get.queryOptions({ id: params.id })),
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
    ]),
  pendingComponent: PageSkeleton,
  component: ObjectiveRoute,
})

function ObjectiveRoute() {
  const { id } = Route.useParams()
  return <Objective key={id} id={id} />
}
