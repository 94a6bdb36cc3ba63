import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../../components/page-skeleton.tsx'
import { Outcome } from '../../../../features/outcomes/screens/outcome.tsx'

export const Route = createFileRoute('/$organization/outcomes/$id/')({
  staticData: { words: ['answers', 'comments', 'outcomesLog'] },
  loader: ({ context: { queryClient, trpc }, params: { id } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.outcomes.get.queryOptions({ id })),
      queryClient.ensureQueryData(trpc.outcomes.answers.queryOptions({ id })),
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
    ]),
  pendingComponent: PageSkeleton,
  component: OutcomeRoute,
})

function OutcomeRoute() {
  return <Outcome id={Route.useParams().id} />
}
