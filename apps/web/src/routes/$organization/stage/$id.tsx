import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { Story } from '../../../features/stage/screens/story.tsx'

export const Route = createFileRoute('/$organization/stage/$id')({
  staticData: { words: ['stage'] },
  loader: ({ context: { queryClient, trpc }, params: { id } }) => queryClient.ensureQueryData(trpc.stage.get.queryOptions({ id })),
  pendingComponent: PageSkeleton,
  component: StoryRoute,
})

function StoryRoute() {
  const { id } = Route.useParams()
  return <Story key={id} id={id} />
}
