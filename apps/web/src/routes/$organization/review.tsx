import { Id } from '@oeuvre/domain/ids/ids'
import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { queueOptions } from '../../features/outcomes/model/queue-query.ts'
import { Review } from '../../features/outcomes/screens/review.tsx'

export const Route = createFileRoute('/$organization/review')({
  staticData: { words: ['outcomesLog'] },
  validateSearch: z.object({ outcome: Id.optional().catch(undefined) }),
  loader: ({ context: { queryClient, trpc } }) =>
    Promise.all([
      queryClient.ensureInfiniteQueryData(queueOptions()),
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
    ]),
  pendingComponent: PageSkeleton,
  component: ReviewRoute,
})

function ReviewRoute() {
  return <Review named={Route.useSearch().outcome} />
}
