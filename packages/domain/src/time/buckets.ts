import { addDays, addMonths, startOfMonth, startOfWeek } from './calendar.ts'
import { type Day, earlierDay, laterDay } from './day.ts'
import type { Grain } from './grains.ts'
import { isoWeekKey, isUnfinished, type Period } from './periods.ts'

export type Bucket = {
  /** Sorts, and names it in an address: 2026-03-09, 2026-W11 (or the first day where weeks do not start on Monday), 2026-03, 2026-Q1, 2026 (the year in which a fiscal year ends). */
  readonly key: string
  readonly from: Day
  readonly to: Day
  /** Only part of it is inside the period: the figure is of that part. */
  readonly isCut: boolean
  readonly isUnfinished: boolean
  /** Not begun: a gap, not a zero. */
  readonly isFuture: boolean
}

/** What cuts the days of an organization. */
export type BucketCalendar = { readonly weekStartsOn: number; readonly fiscalYearStartMonth: number }

function bucketStart(day: Day, grain: Grain, { weekStartsOn, fiscalYearStartMonth }: BucketCalendar): Day {
  const month = Number(day.slice(5, 7))
  switch (grain) {
    case 'day':
      return day
    case 'week':
      return startOfWeek(day, weekStartsOn)
    case 'month':
      return startOfMonth(day)
    case 'quarter':
      return addMonths(startOfMonth(day), -((month - 1) % 3))
    case 'year':
      return addMonths(startOfMonth(day), -((month - fiscalYearStartMonth + 12) % 12))
  }
}

function nextStart(start: Day, grain: Grain): Day {
  if (grain === 'day') return addDays(start, 1)
  if (grain === 'week') return addDays(start, 7)
  return addMonths(start, { month: 1, quarter: 3, year: 12 }[grain])
}

/** The key of the bucket that a day falls into: what rows are grouped by. */
export function bucketKey(day: Day, grain: Grain, calendar: BucketCalendar): string {
  const start = bucketStart(day, grain, calendar)
  switch (grain) {
    case 'day':
      return start
    case 'week':
      return calendar.weekStartsOn === 1 ? isoWeekKey(start) : start
    case 'month':
      return start.slice(0, 7)
    case 'quarter':
      return `${start.slice(0, 4)}-Q${(Number(start.slice(5, 7)) + 2) / 3}`
    case 'year':
      // A fiscal year is named by the year in which it ends.
      return addDays(addMonths(start, 12), -1).slice(0, 4)
  }
}

/** All buckets that a period touches, whether or not anything fell into them, in order. */
export function bucketsOf(period: Pick<Period, 'from' | 'to'>, grain: Grain, calendar: BucketCalendar & { readonly today: Day }): Bucket[] {
  const buckets: Bucket[] = []
  for (let from = bucketStart(period.from, grain, calendar); from <= period.to; from = nextStart(from, grain)) {
    const to = addDays(nextStart(from, grain), -1)
    buckets.push({
      key: bucketKey(from, grain, calendar),
      from: laterDay(from, period.from),
      to: earlierDay(to, period.to),
      isCut: from < period.from || to > period.to,
      isUnfinished: isUnfinished({ from, to }, calendar.today),
      isFuture: from > calendar.today,
    })
  }
  return buckets
}

/** A grain that gives a readable number of buckets: days up to a month, weeks up to four, months up to three years. */
export function grainOf(period: Pick<Period, 'from' | 'to'>): Grain {
  if (addDays(period.from, 31) > period.to) return 'day'
  if (addMonths(period.from, 2) > period.to) return 'week'
  if (addMonths(period.from, 36) >= period.to) return 'month'
  return addMonths(period.from, 120) >= period.to ? 'quarter' : 'year'
}
