import { Temporal } from 'temporal-polyfill'
import type { Day } from './day.ts'

/**
 * The one module that knows the calendar library. Days are days of the organization's zone; instants are milliseconds since 1970.
 * Nothing here reads a clock.
 */

/** The day it is at an instant, in a zone. */
export function localDay(instant: number, timeZone: string): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** The same of an instant as text, ISO 8601 with its offset. @throws RangeError where it is none */
export function dayOfStamp(stamp: string, timeZone: string): Day {
  return Temporal.Instant.from(stamp).toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

/** The instant at which a day begins in a zone; where midnight does not exist, the first that does. */
export function startOfDay(day: Day, timeZone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds
}

/** As it stood on D is what was recorded before this instant: D + 1, 00:00. */
export function endOfDay(day: Day, timeZone: string): number {
  return startOfDay(addDays(day, 1), timeZone)
}

export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return !/^[+-]/.test(name)
  } catch {
    return false
  }
}

export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** The same day of another month, or its last where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** Days from one to the other: 0 for the same, negative backwards. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

export function startOfWeek(day: Day, weekStartsOn: number): Day {
  return addDays(day, -((weekday(day) - weekStartsOn + 7) % 7))
}

export function startOfMonth(day: Day): Day {
  return `${day.slice(0, 7)}-01`
}

/** ISO 8601: the week with the year's first Thursday is week 1, so the last days of December may be of the next year. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const date = Temporal.PlainDate.from(day)
  return { year: date.yearOfWeek ?? date.year, week: date.weekOfYear ?? 1 }
}

/** The Monday of an ISO week; null where the year has no such week (53 in most). */
export function startOfIsoWeek(year: number, week: number): Day | null {
  const fourth = `${String(year).padStart(4, '0')}-01-04`
  const monday = addDays(startOfWeek(fourth, 1), (week - 1) * 7)
  const found = isoWeek(monday)
  return found.year === year && found.week === week ? monday : null
}

/** Days between two instants with four decimals, as the ledger keeps them. Never negative. */
export function elapsedDays(from: number, to: number): string {
  return (Math.max(0, to - from) / 86_400_000).toFixed(4)
}

/** Minutes after midnight on the clocks of a zone. */
export function localMinutes(instant: number, timeZone: string): number {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
  return hour * 60 + minute
}

/** The first instant after `instant` at which clocks of a zone show so many minutes after midnight (or, where that hour is skipped, past them). */
export function nextLocalTime(instant: number, timeZone: string, minutes: number): number {
  const now = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone)
  const time = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 })
  const today = now.withPlainTime(time)
  const next =
    Temporal.ZonedDateTime.compare(today, now) > 0
      ? today
      : now.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone, plainTime: time })
  return next.epochMilliseconds
}
