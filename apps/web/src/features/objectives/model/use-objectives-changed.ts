import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { trpc } from '../../../lib/api.ts'

/** After any change, whatever names or counts objectives is asked again. */
export function useObjectivesChanged(): () => Promise<void> {
  const queryClient = useQueryClient()
  return useCallback(() => queryClient.invalidateQueries({ queryKey: trpc.objectives.pathKey() }), [queryClient])
}
