import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { NewProgram } from '../../../pages/set-program.tsx'

export const Route = createFileRoute('/$organization/programs/new')({
  staticData: { words: ['programs', 'people'] },
  loader: ({ context: { queryClient, trpc } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.programs.list.queryOptions({})),
      queryClient.ensureQueryData(trpc.objectives.list.queryOptions({ ended: true })),
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
    ]),
  pendingComponent: PageSkeleton,
  component: NewProgram,
})
