import type { AccessFilter } from '@oeuvre/domain/organizations/access/schema'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { accessOptions } from './access-queries.ts'

/** While a filter changes, what was there stays. */
export function useAccessList(filter: AccessFilter) {
  const { data, isPending, isPlaceholderData, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...accessOptions(filter),
    placeholderData: keepPreviousData,
  })
  return {
    rows: data?.pages.flatMap((page) => page.items) ?? [],
    isPending,
    isStale: isPlaceholderData,
    more: hasNextPage ? () => void fetchNextPage() : null,
    isLoadingMore: isFetchingNextPage,
  }
}
