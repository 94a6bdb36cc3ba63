import { type Day, earlierDay } from '../../time/day.ts'
import { formatPeriodCode, parsePeriodCode } from '../../time/period-codes.ts'
import { type CalendarSettings, resolvePeriod } from '../../time/periods.ts'
import type { CohortView, ViewedDays } from './schema.ts'

/** The days of a view. As of a day, that day is today; without a period there is no first one. */
export function daysOfView(
  view: CohortView,
  today: Day,
  calendar: CalendarSettings,
): Pick<ViewedDays, 'period' | 'asOf'> & { readonly from: Day | null; readonly until: Day } {
  const asOf = view.asOf !== undefined && view.asOf < today ? view.asOf : null
  const last = asOf ?? today
  const code = view.period === undefined ? null : parsePeriodCode(view.period)
  if (code === null) return { period: null, asOf, from: null, until: last }
  const { from, to } = resolvePeriod(code, last, calendar)
  return { period: { code: formatPeriodCode(code), from, to }, asOf, from, until: earlierDay(to, last) }
}

/** Somebody came, or one of their accounts did. */
export type Coming = { readonly personId: string; readonly on: Day }

/**
 * Whether of those who had come by a day anything may be told beside what is told of now and of other days: between any two days that
 * are told of came nobody, or as many people as the smallest group. Those who came are counted off from the first on, in groups that
 * close with a day; a day is told of where a group has just closed, and now is told of always.
 */
export function isTellableOn(comings: readonly Coming[], until: Day, smallestGroup: number): boolean {
  const since = new Set(comings.filter(({ on }) => on > until).map(({ personId }) => personId))
  if (since.size === 0) return true
  if (since.size < smallestGroup) return false
  const byDay = Map.groupBy(
    comings.filter(({ on }) => on <= until),
    ({ on }) => on,
  )
  let open = new Set<string>()
  for (const day of [...byDay.keys()].sort()) {
    for (const { personId } of byDay.get(day) ?? []) open.add(personId)
    if (open.size >= smallestGroup) open = new Set()
  }
  return open.size === 0
}
