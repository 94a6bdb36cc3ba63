import { useSuspenseQuery } from '@tanstack/react-query'
import { Outcome } from '../features/outcomes/screens/outcome.tsx'
import { StoryAwards } from '../features/recognition/embed/awards.tsx'
import { StoryThanks, ThankAction } from '../features/recognition/embed/story-thanks.tsx'
import { StageAction } from '../features/stage/embed/stage-action.tsx'
import { trpc } from '../lib/api.ts'

/** A result, what colleagues say to its people, and its way on stage. */
export function OutcomePage({ id }: { readonly id: string }) {
  const { data: outcome } = useSuspenseQuery(trpc.outcomes.get.queryOptions({ id }))
  const { data: answers } = useSuspenseQuery(trpc.outcomes.answers.queryOptions({ id }))
  return (
    <Outcome
      id={id}
      action={
        <>
          <StageAction outcomeId={id} />
          <ThankAction outcomeId={id} isMain={!answers.waitsForMe} />
        </>
      }
    >
      <StoryAwards outcomeId={id} />
      <StoryThanks key={id} outcomeId={id} named={outcome.contributors.length} />
    </Outcome>
  )
}
