import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { storyThanksQuery } from '../../../features/recognition/embed/story-thanks.tsx'
import { isOpenToThanks } from '../../../features/stage/embed/open-to-thanks.ts'
import { StoryPage } from '../../../pages/story.tsx'

export const Route = createFileRoute('/$organization/stage/$id')({
  staticData: { words: ['stage', 'recognition'] },
  loader: async ({ context: { queryClient, trpc }, params: { id } }) => {
    const page = await queryClient.ensureQueryData(trpc.stage.get.queryOptions({ id }))
    if (isOpenToThanks(page)) await queryClient.ensureInfiniteQueryData(storyThanksQuery(page.story.outcomeId))
  },
  pendingComponent: PageSkeleton,
  component: StoryRoute,
})

function StoryRoute() {
  const { id } = Route.useParams()
  return <StoryPage key={id} id={id} />
}
