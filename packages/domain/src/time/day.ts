import { z } from 'zod'
import { refuse } from '../errors/refusals.ts'

/** A calendar day without a zone, YYYY-MM-DD. Days sort as strings. This module stays free of the calendar library: forms and addresses load it. */
export type Day = string

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number)
  const length = month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)
  return year >= 1 && day >= 1 && day <= length
}

export const Day = z.string().superRefine((text, ctx) => {
  if (!isDay(text)) refuse(ctx, 'date-invalid')
})

/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime()

export function laterDay(a: Day, b: Day): Day {
  if (a > b) return a
  return b
}

export function earlierDay(a: Day, b: Day): Day {
  if (a < b) return a
  return b
}

/** Whole days since 1970-01-01, which every day is so many of: for sums over tens of thousands. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

/** The last day of the year that begins on a day: the eve of its anniversary. */
export function lastDayOfYearFrom(day: Day): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year + 1, month - 1, date - 1)).toISOString().slice(0, 10)
}
