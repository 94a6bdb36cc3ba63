import { useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../lib/api.ts'

/** Who decides has changed: queues, counts and pages are asked again. */
export function useDelegationsChanged(): () => Promise<unknown> {
  const client = useQueryClient()
  return () => Promise.all([trpc.people.delegations, trpc.review, trpc.outcomes].map((part) => client.invalidateQueries(part.pathFilter())))
}
