import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { trpc } from '../../../lib/api.ts'

/** After any change, whatever shows stories is asked again. */
export function useStageChanged(): () => Promise<void> {
  const queryClient = useQueryClient()
  return useCallback(() => queryClient.invalidateQueries({ queryKey: trpc.stage.pathKey() }), [queryClient])
}
