import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc, trpcClient } from '../../../lib/api.ts'

type Said = Parameters<typeof trpcClient.outcomes.compare.mutate>[0]

/** Says of two results that look like one whether they are; what is known of their likeness is asked for again. */
export function useCompare({ onSaid }: { onSaid?: () => void } = {}) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (said: Said) => trpcClient.outcomes.compare.mutate(said),
    meta: { showsItsErrors: true },
    onSuccess: () => onSaid?.(),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries(trpc.outcomes.likeDraft.pathFilter()),
        client.invalidateQueries(trpc.outcomes.doubles.pathFilter()),
        client.invalidateQueries(trpc.review.queue.pathFilter()),
      ]),
  })
}
