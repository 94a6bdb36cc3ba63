import { type Day, isDay } from './day.ts'

/** Periods as they stand in an address. Apart from what computes their days: routes load this, and the calendar library is heavy. */

export const relativePeriods = [
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
  'this-fiscal-year',
  'last-fiscal-year',
  'last-12-months',
] as const
export type RelativePeriod = (typeof relativePeriods)[number]

/** A period as it stands in an address. A fiscal year is named by the year in which it ends, and so are its quarters. */
export type PeriodCode =
  | { readonly kind: 'relative'; readonly name: RelativePeriod }
  | { readonly kind: 'week'; readonly year: number; readonly week: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'quarter' | 'fiscal-quarter'; readonly year: number; readonly quarter: number }
  | { readonly kind: 'year' | 'fiscal-year'; readonly year: number }
  | { readonly kind: 'days'; readonly from: Day; readonly to: Day }

const two = (n: number) => String(n).padStart(2, '0')
const four = (n: number) => String(n).padStart(4, '0')

/** `this-quarter` · `week:2026-W07` · `month:2026-03` · `quarter:2026-Q3` · `fiscal-quarter:2027-Q1` · `year:2026` · `fiscal-year:2026` · `2026-01-05..2026-02-10`. */
export function formatPeriodCode(code: PeriodCode): string {
  switch (code.kind) {
    case 'relative':
      return code.name
    case 'week':
      return `week:${four(code.year)}-W${two(code.week)}`
    case 'month':
      return `month:${four(code.year)}-${two(code.month)}`
    case 'quarter':
    case 'fiscal-quarter':
      return `${code.kind}:${four(code.year)}-Q${code.quarter}`
    case 'days':
      return `${code.from}..${code.to}`
    default:
      return `${code.kind}:${four(code.year)}`
  }
}

/** Further than any result, and near enough that periods before and after are days that a database knows. */
function isKnownYear(year: number): boolean {
  return year >= 1900 && year <= 2199
}

export function parsePeriodCode(text: string): PeriodCode | null {
  const name = relativePeriods.find((relative) => relative === text)
  if (name) return { kind: 'relative', name }
  const [from = '', to = '', ...more] = text.split('..')
  const isSpan = isDay(from) && isDay(to) && from <= to && isKnownYear(Number(from.slice(0, 4))) && isKnownYear(Number(to.slice(0, 4)))
  if (isSpan && more.length === 0) return { kind: 'days', from, to }
  return parseUnit(text)
}

/** 53 where the year begins on a Thursday, or is a leap year that begins on a Wednesday: its last day is then a Thursday or Friday. */
function weeksIn(year: number): number {
  const lastWeekday = (y: number) => (y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400)) % 7
  return lastWeekday(year) === 4 || lastWeekday(year - 1) === 3 ? 53 : 52
}

function parseUnit(text: string): PeriodCode | null {
  const parts = /^(week|month|quarter|fiscal-quarter|year|fiscal-year):(\d{4})(?:-([WQ]?)(\d{1,2}))?$/.exec(text)
  const [, kind, yearText, mark, numberText = ''] = parts ?? []
  const year = Number(yearText)
  const number = Number(numberText)
  const isNumbered = (letter: string, digits: number, max: number) =>
    mark === letter && numberText.length === digits && number >= 1 && number <= max
  if (!isKnownYear(year)) return null
  if ((kind === 'year' || kind === 'fiscal-year') && mark === undefined) return { kind, year }
  if (kind === 'month' && isNumbered('', 2, 12)) return { kind, year, month: number }
  if ((kind === 'quarter' || kind === 'fiscal-quarter') && isNumbered('Q', 1, 4)) return { kind, year, quarter: number }
  if (kind === 'week' && isNumbered('W', 2, 53) && number <= weeksIn(year)) return { kind, year, week: number }
  return null
}
