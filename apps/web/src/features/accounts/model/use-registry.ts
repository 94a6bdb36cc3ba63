import type { Platform } from '@oeuvre/domain/accounts/platforms/schema'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { trpc } from '../../../lib/api.ts'

/** What stands in the address. */
export type RegistrySearch = { readonly platform?: Platform; readonly text?: string }

/** The first page and those asked for since; while a filter changes, what was there stays. */
export function registryOptions({ platform, text }: RegistrySearch) {
  return trpc.accounts.list.infiniteQueryOptions({ platform, text }, { getNextPageParam: (page) => page.nextCursor })
}

export function useRegistry(search: RegistrySearch) {
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...registryOptions(search),
    placeholderData: keepPreviousData,
  })
  return {
    accounts: data?.pages.flatMap((page) => page.accounts) ?? [],
    isPending,
    isFiltered: search.platform !== undefined || search.text !== undefined,
    more: hasNextPage ? () => void fetchNextPage() : null,
    isLoadingMore: isFetchingNextPage,
  }
}
