import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../../components/page-skeleton.tsx'
import { ChooseStory } from '../../../../features/stage/screens/choose-story.tsx'

export const Route = createFileRoute('/$organization/stage/choose/$id')({
  staticData: { words: ['stage'] },
  loader: ({ context: { queryClient, trpc }, params: { id } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.outcomes.get.queryOptions({ id })),
      queryClient.ensureQueryData(trpc.stage.ofOutcome.queryOptions({ outcomeId: id })),
    ]),
  pendingComponent: PageSkeleton,
  component: ChooseRoute,
})

function ChooseRoute() {
  const { id } = Route.useParams()
  return <ChooseStory key={id} outcomeId={id} />
}
