import { addDays, daysBetween, localDay, weekday } from './calendar.ts'
import type { Day } from './day.ts'

/** On which days an organization works: ISO weekdays (1 Monday … 7 Sunday), but for its holidays. */
export type WorkingCalendar = { readonly workingWeekdays: readonly number[]; readonly holidays: readonly Day[] }

/** Beyond that nobody looks for a working day: an organization that never works keeps no promise. */
const furthest = 3_000

export function isWorkingDay(day: Day, { workingWeekdays, holidays }: WorkingCalendar): boolean {
  return workingWeekdays.includes(weekday(day)) && !holidays.includes(day)
}

/** Working days after `from` up to and with `to`: what a promise is counted in. 0 backwards. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  const days = Math.max(0, daysBetween(from, to))
  const { workingWeekdays } = calendar
  const start = weekday(from)
  const rest = Array.from({ length: days % 7 }, (_, i) => ((start + i) % 7) + 1)
  const worked = Math.floor(days / 7) * workingWeekdays.length + rest.filter((d) => workingWeekdays.includes(d)).length
  const off = new Set(calendar.holidays.filter((day) => day > from && day <= to && workingWeekdays.includes(weekday(day))))
  return worked - off.size
}

/** The same between two instants (milliseconds since 1970), by the days they are in a zone. */
export function workingDaysElapsed(from: number, to: number, timeZone: string, calendar: WorkingCalendar): number {
  return workingDaysBetween(localDay(from, timeZone), localDay(to, timeZone), calendar)
}

function nthWorkingDay(from: Day, count: number, step: 1 | -1, calendar: WorkingCalendar): Day {
  let left = count
  let day = from
  for (let i = 0; i < furthest; i++, day = addDays(day, step)) if (isWorkingDay(day, calendar) && --left <= 0) return day
  return day
}

/** The so-manieth working day after a day. */
export function addWorkingDays(from: Day, count: number, calendar: WorkingCalendar): Day {
  return count <= 0 ? from : nthWorkingDay(addDays(from, 1), count, 1, calendar)
}

/** The so-manieth working day back from a day, itself included if it is one. */
export function workingDayBack(to: Day, count: number, calendar: WorkingCalendar): Day {
  return nthWorkingDay(to, count, -1, calendar)
}
