import { Id } from '@oeuvre/domain/ids/ids'
import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { queueOptions } from '../../features/outcomes/model/queue-query.ts'
import { Review } from '../../features/outcomes/screens/review.tsx'

export const Route = createFileRoute('/$organization/review')({
  staticData: { words: ['answers', 'comments', 'outcomesLog'] },
  validateSearch: z.object({ outcome: Id.optional().catch(undefined), late: z.literal(true).optional().catch(undefined) }),
  loaderDeps: ({ search: { late } }) => ({ late }),
  loader: ({ context: { queryClient, trpc }, deps }) =>
    Promise.all([
      queryClient.ensureInfiniteQueryData(queueOptions(deps)),
      queryClient.ensureQueryData(trpc.review.questioned.queryOptions()),
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
    ]),
  pendingComponent: PageSkeleton,
  component: ReviewRoute,
})

function ReviewRoute() {
  const { outcome, late } = Route.useSearch()
  return <Review named={outcome} late={late ?? false} />
}
