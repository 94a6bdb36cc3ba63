import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../../components/page-skeleton.tsx'
import { Program } from '../../../../pages/program.tsx'

export const Route = createFileRoute('/$organization/programs/$id/')({
  staticData: { words: ['programs', 'people', 'links'] },
  loader: ({ context: { queryClient, trpc }, params }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.programs.get.queryOptions({ id: params.id })),
      queryClient.ensureQueryData(trpc.programs.cohort.queryOptions({ id: params.id })),
      queryClient.ensureQueryData(trpc.programs.playbook.queryOptions({ id: params.id })),
      queryClient.ensureQueryData(trpc.programs.checkIns.queryOptions({ id: params.id })),
      queryClient.ensureQueryData(trpc.programs.notes.queryOptions({ id: params.id })),
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
      queryClient.ensureQueryData(trpc.accounts.listOwn.queryOptions()),
    ]),
  pendingComponent: PageSkeleton,
  component: ProgramRoute,
})

function ProgramRoute() {
  const { id } = Route.useParams()
  return <Program key={id} id={id} />
}
