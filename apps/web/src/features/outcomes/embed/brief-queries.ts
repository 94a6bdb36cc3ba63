import { newestVerified } from '@oeuvre/domain/outcomes/filter/schema'
import { trpc } from '../../../lib/api.ts'

/** Short lists of outcomes that other pages show; a route's loader asks for them before the page is there. */
export function mineInHandQuery() {
  return trpc.outcomes.list.queryOptions({
    mine: true,
    state: ['draft', 'changes-requested', 'submitted', 'second-look'],
    sort: 'changed',
    limit: 5,
  })
}

export function waitingQuery() {
  return trpc.review.queue.queryOptions({ limit: 5 })
}

export function waitingCountQuery() {
  return trpc.review.count.queryOptions(undefined, { staleTime: 30_000 })
}

/** Results in which the reader is named and was not yet heard. */
export function askedQuery() {
  return trpc.outcomes.asked.queryOptions()
}

export function newestQuery() {
  return trpc.outcomes.list.queryOptions(newestVerified)
}
