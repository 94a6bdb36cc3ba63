import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { trpc } from '../../../lib/api.ts'

/** After any change, whatever names or counts programs is asked again. */
export function useProgramsChanged(): () => Promise<void> {
  const queryClient = useQueryClient()
  return useCallback(() => queryClient.invalidateQueries({ queryKey: trpc.programs.pathKey() }), [queryClient])
}
