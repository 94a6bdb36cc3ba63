import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../../components/page-skeleton.tsx'
import { storyThanksQuery } from '../../../../features/recognition/embed/story-thanks.tsx'
import { OutcomePage } from '../../../../pages/outcome.tsx'

export const Route = createFileRoute('/$organization/outcomes/$id/')({
  staticData: { words: ['answers', 'comments', 'outcomesLog', 'recognition', 'stage'] },
  loader: ({ context: { queryClient, trpc }, params: { id } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.outcomes.get.queryOptions({ id })),
      queryClient.ensureQueryData(trpc.outcomes.answers.queryOptions({ id })),
      queryClient.ensureInfiniteQueryData(storyThanksQuery(id)),
      queryClient.ensureQueryData(trpc.awards.list.queryOptions({ outcomeId: id })),
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
    ]),
  pendingComponent: PageSkeleton,
  component: OutcomeRoute,
})

function OutcomeRoute() {
  return <OutcomePage id={Route.useParams().id} />
}
