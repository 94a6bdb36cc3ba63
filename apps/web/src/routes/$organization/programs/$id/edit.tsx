import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../../components/page-skeleton.tsx'
import { EditProgram } from '../../../../pages/set-program.tsx'

export const Route = createFileRoute('/$organization/programs/$id/edit')({
  staticData: { words: ['programs', 'people'] },
  loader: ({ context: { queryClient, trpc }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.programs.get.queryOptions({ id: params.id })),
      queryClient.ensureQueryData(trpc.programs.list.queryOptions({})),
      queryClient.ensureQueryData(trpc.objectives.list.queryOptions({ ended: true })),
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
    ]),
  pendingComponent: PageSkeleton,
  component: EditRoute,
})

function EditRoute() {
  const { id } = Route.useParams()
  return <EditProgram key={id} id={id} />
}
