import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { Absences } from '../../features/people/screens/absences.tsx'

export const Route = createFileRoute('/$organization/absences')({
  staticData: { words: ['people'] },
  loader: ({ context: { queryClient, trpc } }) => queryClient.ensureQueryData(trpc.people.delegations.queryOptions()),
  pendingComponent: PageSkeleton,
  component: Absences,
})
