import { useSuspenseQuery } from '@tanstack/react-query'
import { StoryThanks, ThankAction } from '../features/recognition/embed/story-thanks.tsx'
import { isOpenToThanks } from '../features/stage/embed/open-to-thanks.ts'
import { Story } from '../features/stage/screens/story.tsx'
import { trpc } from '../lib/api.ts'

/** A story, and what colleagues say to its people: where all of them are named, for thanks have names in them. */
export function StoryPage({ id }: { readonly id: string }) {
  const { data: page } = useSuspenseQuery(trpc.stage.get.queryOptions({ id }))
  const { outcomeId, people } = page.story
  if (!isOpenToThanks(page)) return <Story id={id} />
  return (
    <Story id={id} action={<ThankAction outcomeId={outcomeId} isMain />}>
      <StoryThanks key={outcomeId} outcomeId={outcomeId} named={people.length} />
    </Story>
  )
}
