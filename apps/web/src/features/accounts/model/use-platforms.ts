import type { OwnPlatform } from '@oeuvre/domain/accounts/own-platforms/schema'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../lib/api.ts'

const none: readonly OwnPlatform[] = []

/** Those that the organization added and uses. */
export function useOwnPlatforms(): readonly OwnPlatform[] {
  const { data } = useQuery(trpc.accounts.platforms.queryOptions())
  return data?.platforms.filter(({ isArchived }) => !isArchived) ?? none
}

export function usePlatformsChanged(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries(trpc.accounts.pathFilter())
}
