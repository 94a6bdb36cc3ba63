import { smallestGroup } from '../accounts/rules.ts'
import type { Side } from '../credits/schema.ts'
import { sides } from '../credits/schema.ts'
import { divideHalfEven } from '../money/conversion.ts'
import { medianOf } from '../statistics/median.ts'
import { addMonths, startOfMonth } from '../time/calendar.ts'
import type { Day } from '../time/day.ts'
import { type PeriodCode, parsePeriodCode } from '../time/period-codes.ts'
import { type CalendarSettings, type Period, periodBefore, resolvePeriod, yearBefore } from '../time/periods.ts'
import type { Figure, HeadlineFigures, ImpactFilter, Sentence } from './schema.ts'

const thisQuarter: PeriodCode = { kind: 'relative', name: 'this-quarter' }

/** The days that a filter asks about, and those it is compared with. */
export function periodsOf(
  filter: Pick<ImpactFilter, 'period' | 'compare'>,
  today: Day,
  calendar: CalendarSettings,
): { readonly code: PeriodCode; readonly period: Period; readonly compared: Period | null } {
  const code = (filter.period && parsePeriodCode(filter.period)) || thisQuarter
  const period = resolvePeriod(code, today, calendar)
  const compare = filter.compare ?? 'previous'
  if (compare === 'none') return { code, period, compared: null }
  return { code, period, compared: compare === 'previous' ? periodBefore(period) : yearBefore(period) }
}

/** What stands around a period when it is drawn over time: a month or a quarter alone says little, so the twelve months up to its end. */
export function drawnSpan(period: Period): Pick<Period, 'from' | 'to'> {
  return period.unit === 'month' && period.count < 12 ? { from: addMonths(startOfMonth(period.to), -11), to: period.to } : period
}

/** A part of a whole in basis points, half even; null without a whole. 75 of 842 is 891, shown as 8.91 %. */
export function shareBp(part: bigint, whole: bigint): number | null {
  return whole <= 0n ? null : Number(divideHalfEven(part * 10_000n, whole))
}

const nothing: Figure = { resultsBp: '0', outcomes: 0, valueMinor: '0' }

/** All four sides in their fixed order: a side without results is a zero, because it was looked for. */
export function allSides<T extends Figure & { readonly side: Side }>(rows: readonly T[]): (Figure & { readonly side: Side })[] {
  return sides.map((side) => rows.find((row) => row.side === side) ?? { ...nothing, side })
}

/** Through a social account: social and both, of all results, *not stated* included below the line. */
export function socialShareBp(rows: readonly { readonly side: Side; readonly resultsBp: string }[]): number | null {
  const sum = (list: typeof rows) => list.reduce((all, row) => all + BigInt(row.resultsBp), 0n)
  return shareBp(sum(rows.filter((row) => row.side === 'social' || row.side === 'both')), sum(rows))
}

/** What the sentence says; a value of zero is left unsaid. */
export function sentenceOf(headline: HeadlineFigures, rows: readonly { readonly side: Side; readonly resultsBp: string }[]): Sentence {
  const socialBp = socialShareBp(rows)
  if (headline.outcomes === 0 || socialBp === null) return { kind: 'nothing' }
  const valueMinor = BigInt(headline.valueMinor) > 0n ? headline.valueMinor : null
  return { kind: 'figures', people: headline.people, teams: headline.teams, outcomes: headline.outcomes, valueMinor, socialBp }
}

/** How fast results are verified, in days: imports, which nobody waited for, left out. */
export function medianDaysToVerify(
  outcomes: readonly { readonly isImported: boolean; readonly daysToVerify: string | null }[],
): number | null {
  return medianOf(outcomes.flatMap((o) => (o.isImported || o.daysToVerify === null ? [] : [Number(o.daysToVerify)])))
}

/**
 * Which cells of one total are withheld, for figures about people (accounts, activity, cohorts, concentration), never for results.
 * `people`: those in the cell's team over the period. One withheld cell could be had by subtraction, so the next smallest goes with
 * it; where there is none, the total says the same and goes too. A cell without people hides nobody and helps nobody.
 */
export function suppressed<K>(
  cells: readonly { readonly key: K; readonly people: number }[],
  minimum: number = smallestGroup,
): { readonly keys: ReadonlySet<K>; readonly isTotalSuppressed: boolean } {
  const bySize = cells.filter((cell) => cell.people > 0).toSorted((a, b) => a.people - b.people)
  const small = bySize.filter((cell) => cell.people < minimum)
  const keys = new Set((small.length === 1 ? bySize.slice(0, 2) : small).map((cell) => cell.key))
  return { keys, isTotalSuppressed: keys.size === 1 }
}
