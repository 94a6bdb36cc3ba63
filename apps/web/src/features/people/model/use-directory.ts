import type { PeopleFilter } from '@oeuvre/domain/people/schema'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { trpc } from '../../../lib/api.ts'

/** The first page and those asked for since. */
export function directoryOptions(filter: PeopleFilter) {
  return trpc.people.list.infiniteQueryOptions(filter, { getNextPageParam: (page) => page.nextCursor })
}

/** While a filter changes, what was there stays. */
export function useDirectory(filter: PeopleFilter) {
  const { data, isPending, isPlaceholderData, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...directoryOptions(filter),
    placeholderData: keepPreviousData,
  })
  return {
    people: data?.pages.flatMap((page) => page.items) ?? [],
    isPending,
    isStale: isPlaceholderData,
    more: hasNextPage ? () => void fetchNextPage() : null,
    isLoadingMore: isFetchingNextPage,
  }
}
