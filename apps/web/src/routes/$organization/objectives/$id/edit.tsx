import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../../components/page-skeleton.tsx'
import { EditObjective } from '../../../../pages/set-objective.tsx'

export const Route = createFileRoute('/$organization/objectives/$id/edit')({
  staticData: { words: ['objectives', 'people'] },
  loader: ({ context: { queryClient, trpc }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.objectives.get.queryOptions({ id: params.id })),
      queryClient.ensureQueryData(trpc.objectives.list.queryOptions({ ended: true, archived: true })),
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
      queryClient.ensureQueryData(trpc.people.teams.queryOptions({})),
    ]),
  pendingComponent: PageSkeleton,
  component: EditRoute,
})

function EditRoute() {
  const { id } = Route.useParams()
  return <EditObjective key={id} id={id} />
}
