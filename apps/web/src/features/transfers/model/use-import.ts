import { useSuspenseQuery } from '@tanstack/react-query'
import { trpc } from '../../../lib/api.ts'
import { isBusy } from './steps.ts'

const askAgainMs = 700

/** One import; while something goes on, asked for again and again. */
export function importOptions(id: string) {
  return trpc.transfers.get.queryOptions(
    { id },
    { staleTime: 0, refetchInterval: (query) => (isBusy(query.state.data?.state) ? askAgainMs : false) },
  )
}

export function useImport(id: string) {
  return useSuspenseQuery(importOptions(id)).data
}
