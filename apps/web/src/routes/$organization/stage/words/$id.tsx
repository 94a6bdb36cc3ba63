import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../../components/page-skeleton.tsx'
import { RewordStory } from '../../../../features/stage/screens/reword-story.tsx'

export const Route = createFileRoute('/$organization/stage/words/$id')({
  staticData: { words: ['stage'] },
  loader: ({ context: { queryClient, trpc }, params: { id } }) => queryClient.ensureQueryData(trpc.stage.get.queryOptions({ id })),
  pendingComponent: PageSkeleton,
  component: RewordRoute,
})

function RewordRoute() {
  const { id } = Route.useParams()
  return <RewordStory key={id} id={id} />
}
