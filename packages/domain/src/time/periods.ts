import { addDays, addMonths, daysBetween, isoWeek, startOfIsoWeek, startOfMonth, startOfWeek } from './calendar.ts'
import type { Day } from './day.ts'
import type { PeriodCode, RelativePeriod } from './period-codes.ts'

/** Days from `from` to `to`, both included. `unit` and `count` say what it is made of, so that the one before is of the same length. */
export type Period = {
  readonly from: Day
  readonly to: Day
  readonly unit: 'day' | 'week' | 'month'
  readonly count: number
}

/** What the calendar of an organization is made of. */
export type CalendarSettings = { readonly fiscalYearStartMonth: number; readonly weekStartsOn: number }

const two = (n: number) => String(n).padStart(2, '0')
const four = (n: number) => String(n).padStart(4, '0')
const firstOf = (year: number, month: number): Day => `${four(year)}-${two(month)}-01`

/** From the first of a month, so many months. */
function months(from: Day, count: number): Period {
  return { from, to: addDays(addMonths(from, count), -1), unit: 'month', count }
}

function week(from: Day): Period {
  return { from, to: addDays(from, 6), unit: 'week', count: 1 }
}

const current = {
  'last-week': 'this-week',
  'last-month': 'this-month',
  'last-quarter': 'this-quarter',
  'last-year': 'this-year',
  'last-fiscal-year': 'this-fiscal-year',
} as const

function relative(name: RelativePeriod, today: Day, settings: CalendarSettings): Period {
  const [year = 1, month = 1] = today.split('-').map(Number)
  switch (name) {
    case 'this-week':
      return week(startOfWeek(today, settings.weekStartsOn))
    case 'this-month':
      return months(startOfMonth(today), 1)
    case 'this-quarter':
      return months(firstOf(year, month - ((month - 1) % 3)), 3)
    case 'this-year':
      return months(firstOf(year, 1), 12)
    case 'this-fiscal-year':
      return months(addMonths(startOfMonth(today), -((month - settings.fiscalYearStartMonth + 12) % 12)), 12)
    case 'last-12-months':
      return months(addMonths(startOfMonth(today), -11), 12)
    default:
      return periodBefore(relative(current[name], today, settings))
  }
}

/** The first day of the fiscal year that ends in `year`. */
function fiscalYearFrom(year: number, startMonth: number): Day {
  return startMonth === 1 ? firstOf(year, 1) : addMonths(firstOf(year, startMonth), -12)
}

/** The days of a period. `today` is the organization's; only relative periods ask for it. */
export function resolvePeriod(code: PeriodCode, today: Day, settings: CalendarSettings): Period {
  const { fiscalYearStartMonth: start } = settings
  switch (code.kind) {
    case 'relative':
      return relative(code.name, today, settings)
    case 'week':
      return week(startOfIsoWeek(code.year, code.week) ?? firstOf(code.year, 1))
    case 'month':
      return months(firstOf(code.year, code.month), 1)
    case 'quarter':
      return months(firstOf(code.year, code.quarter * 3 - 2), 3)
    case 'year':
      return months(firstOf(code.year, 1), 12)
    case 'fiscal-year':
      return months(fiscalYearFrom(code.year, start), 12)
    case 'fiscal-quarter':
      return months(addMonths(fiscalYearFrom(code.year, start), code.quarter * 3 - 3), 3)
    case 'days':
      return { from: code.from, to: code.to, unit: 'day', count: daysBetween(code.from, code.to) + 1 }
  }
}

/** The period of the same length that ends the day before. */
export function periodBefore(period: Period): Period {
  if (period.unit === 'month') return months(addMonths(period.from, -period.count), period.count)
  const days = period.unit === 'week' ? 7 * period.count : period.count
  return { ...period, from: addDays(period.from, -days), to: addDays(period.from, -1) }
}

/** The same a year earlier: the same months, the same days; weeks keep their weekdays (52 weeks earlier). */
export function yearBefore(period: Period): Period {
  if (period.unit === 'month') return months(addMonths(period.from, -12), period.count)
  if (period.unit === 'week') return { ...period, from: addDays(period.from, -364), to: addDays(period.to, -364) }
  const [from, to] = [addMonths(period.from, -12), addMonths(period.to, -12)]
  return { from, to, unit: 'day', count: daysBetween(from, to) + 1 }
}

/** A period that has begun and not ended, today included: its figures will still grow. */
export function isUnfinished(period: Pick<Period, 'from' | 'to'>, today: Day): boolean {
  return period.from <= today && today <= period.to
}

/** 2026-W07, the week as readers of ISO 8601 name it. */
export function isoWeekKey(day: Day): string {
  const { year, week: number } = isoWeek(day)
  return `${four(year)}-W${two(number)}`
}
