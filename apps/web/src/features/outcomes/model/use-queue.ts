import type { QueueItem } from '@oeuvre/domain/outcomes/review/schema'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { trpc } from '../../../lib/api.ts'
import { queueOptions } from './queue-query.ts'

/** The queue as one list, and what is chosen in it: what the address names, else the oldest. */
export function useQueue(named: string | undefined, late: boolean) {
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useSuspenseInfiniteQuery(queueOptions({ late }))
  const { data: questioned } = useSuspenseQuery(trpc.review.questioned.queryOptions())
  // What stands verified is not late: nobody waits for it but those who object.
  const items = [...(late ? [] : questioned.items), ...data.pages.flatMap((page) => page.items)]
  const chosen = items.find((item) => item.outcome.id === named) ?? items[0] ?? null
  return { items, chosen, promiseDays: data.pages[0]?.promiseDays ?? 0, hasNextPage, fetchNextPage, isFetchingNextPage }
}

/** Who comes after those that are decided: the next below, else the nearest above, else nobody. */
export function nextAfter(items: readonly QueueItem[], decided: readonly string[], from: string): string | undefined {
  const at = items.findIndex((item) => item.outcome.id === from)
  const stays = (item: QueueItem) => !decided.includes(item.outcome.id)
  return (items.slice(at + 1).find(stays) ?? items.slice(0, Math.max(at, 0)).findLast(stays))?.outcome.id
}

/** One step up or down, staying within the list. */
export function stepFrom(items: readonly QueueItem[], from: string | undefined, step: 1 | -1): string | undefined {
  const at = items.findIndex((item) => item.outcome.id === from)
  return items[Math.min(items.length - 1, Math.max(0, at + step))]?.outcome.id
}

/** From one to the other in the list, both included; where there is no first, the other alone. */
export function rangeOf(items: readonly QueueItem[], from: string | null, to: string): readonly string[] {
  const ids = items.map((item) => item.outcome.id)
  const [a, b] = [ids.indexOf(from ?? to), ids.indexOf(to)]
  return a < 0 || b < 0 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}

/** Where the focus goes when a row is chosen by key. */
export function rowId(id: string): string {
  return `review-${id}`
}
