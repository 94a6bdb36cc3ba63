import { addDays, localDay, nextLocalTime, startOfDay } from '../time/calendar.ts'
import type { Day } from '../time/day.ts'
import { formatPeriodCode, type PeriodCode } from '../time/period-codes.ts'
import { type CalendarSettings, resolvePeriod } from '../time/periods.ts'
import { addWorkingDays, isWorkingDay, type WorkingCalendar } from '../time/working-days.ts'
import type { Cadence } from './schema.ts'

type Calendar = CalendarSettings & WorkingCalendar & { readonly timeZone: string }
/** `at`: milliseconds since 1970. */
export type Sending = { readonly period: string; readonly at: number }

const eight = 8 * 60

/** The month or quarter of a day as a name that stays: month:2026-10. Quarters are those of the fiscal year, which the calendar's may be. */
function named(cadence: Cadence, day: Day, { fiscalYearStartMonth: start }: CalendarSettings): PeriodCode {
  const [year = 0, month = 0] = day.split('-').map(Number)
  if (cadence === 'month') return { kind: 'month', year, month }
  const quarter = Math.floor(((month - start + 12) % 12) / 3) + 1
  return start === 1 ? { kind: 'quarter', year, quarter } : { kind: 'fiscal-quarter', year: month < start ? year : year + 1, quarter }
}

/** 8:00 on the first morning after a day on which the organization works. */
function morningAfter(day: Day, calendar: Calendar): number {
  const next = addDays(day, 1)
  const morning = isWorkingDay(next, calendar) ? next : addWorkingDays(next, 1, calendar)
  // From the last instant of the day before: the morning's own 8:00, whatever its midnight did.
  return nextLocalTime(startOfDay(morning, calendar.timeZone) - 1, calendar.timeZone, eight)
}

function sendingOf(code: PeriodCode, today: Day, calendar: Calendar): Sending {
  return { period: formatPeriodCode(code), at: morningAfter(resolvePeriod(code, today, calendar).to, calendar) }
}

/** The month or fiscal quarter that ended last, seen from an instant, and when it is sent: that may still be to come. */
export function lastSending(cadence: Cadence, instant: number, calendar: Calendar): Sending {
  const today = localDay(instant, calendar.timeZone)
  const running = resolvePeriod(named(cadence, today, calendar), today, calendar)
  return sendingOf(named(cadence, addDays(running.from, -1), calendar), today, calendar)
}

/** What is sent next. */
export function nextSending(cadence: Cadence, instant: number, calendar: Calendar): Sending {
  const last = lastSending(cadence, instant, calendar)
  if (last.at > instant) return last
  const today = localDay(instant, calendar.timeZone)
  return sendingOf(named(cadence, today, calendar), today, calendar)
}

/** The period whose report is due now; null: it is too early, or it was due before this schedule began or went on. */
export function dueSending(
  cadence: Cadence,
  { now, since }: { readonly now: number; readonly since: number },
  calendar: Calendar,
): Sending | null {
  const last = lastSending(cadence, now, calendar)
  return last.at <= now && last.at >= since ? last : null
}
