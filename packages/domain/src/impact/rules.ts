import type { Side } from '../credits/schema.ts'
import { sides } from '../credits/schema.ts'
import { divideHalfEven } from '../money/conversion.ts'
import { middleRanks } from '../statistics/intervals.ts'
import { addMonths, startOfMonth } from '../time/calendar.ts'
import type { Day } from '../time/day.ts'
import { type PeriodCode, parsePeriodCode } from '../time/period-codes.ts'
import { type CalendarSettings, type Period, periodBefore, resolvePeriod, yearBefore } from '../time/periods.ts'
import type { Concentration, Figure, TimeToVerify } from './parts/schema.ts'
import type { HeadlineFigures, ImpactFilter, Sentence } from './schema.ts'

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

/** Tenths of days and how many outcomes took them, in ascending order. */
export type TenthsOfDays = readonly { readonly bucket: number; readonly outcomes: number }[]

/** The middle of a histogram of tenths of days, in days: exact, since every one of them is counted. Null of nothing. */
export function histogramMedian(rows: TenthsOfDays): number | null {
  const cases = rows.reduce((sum, row) => sum + row.outcomes, 0)
  if (cases === 0) return null
  const at = (rank: number) => {
    let below = 0
    for (const row of rows) {
      below += row.outcomes
      if (below >= rank) return row.bucket
    }
    return 0
  }
  const [a, b] = middleRanks(cases)
  return (at(a) + at(b)) / 20
}

/** From so many days on, decisions are counted together. */
const slow = 10

/** How long decisions took, in whole days; the last bin is open. */
export function timeToVerifyOf(rows: TenthsOfDays, kept: TimeToVerify['kept']): TimeToVerify {
  const bins = Array.from({ length: slow + 1 }, (_, day) => ({
    from: day,
    to: day === slow ? null : day,
    outcomes: rows.filter((row) => Math.min(Math.floor(row.bucket / 10), slow) === day).reduce((sum, row) => sum + row.outcomes, 0),
  }))
  return { bins: rows.length > 0 ? bins : [], kept }
}

type Spread = { readonly people: number; readonly half: number; readonly lorenz: readonly (readonly [number, number])[] }
/**
 * How a whole is spread over those who share it: how few hold half, and the Lorenz line at no more than 101 points, in basis points rounded
 * half up. `amounts`: one each, whole numbers in decimals, none below zero. Null where there is nothing to share.
 */
export function spreadOf(amounts: readonly string[]): Spread | null {
  const n = amounts.length
  const sums = runningSums(amounts)
  const whole = BigInt(sums[n - 1] ?? 0)
  if (whole === 0n) return null
  const share = (held: bigint) => Number((held * 20_000n + whole) / (2n * whole))
  const lorenz: [number, number][] = []
  for (let i = 1; i <= n; i++)
    if (Math.floor((i * 100) / n) !== Math.floor(((i - 1) * 100) / n))
      lorenz.push([Math.floor((i * 20_000 + n) / (2 * n)), share(BigInt(sums[i - 1] ?? 0))])
  return { people: n, half: n - leastUpToHalf(sums, whole), lorenz }
}

/** Smallest first, each with those before it. As numbers while these are exact: ten thousand people are sorted in a tenth of the time. */
function runningSums(amounts: readonly string[]): ArrayLike<number | bigint> {
  const numbers = new Float64Array(amounts.map(Number)).sort()
  let sum = 0
  for (let i = 0; i < numbers.length; i++) {
    sum += numbers[i] ?? 0
    numbers[i] = sum
  }
  if (sum <= Number.MAX_SAFE_INTEGER) return numbers
  let held = 0n
  return amounts
    .map(BigInt)
    .toSorted((a, b) => (a < b ? -1 : Number(a > b)))
    .map((one) => (held += one))
}

/** How many of the smallest hold no more than half together. */
function leastUpToHalf(sums: ArrayLike<number | bigint>, whole: bigint): number {
  let [low, high] = [0, sums.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (BigInt(sums[middle] ?? 0) * 2n <= whole) low = middle + 1
    else high = middle
  }
  return low
}

export type Spreads = { readonly people: number; readonly results: Spread | null; readonly value: Spread | null }

/** How concentrated results and value are; withheld where so few share them that a part could be laid at somebody's door. */
export function concentrationOf(now: Spreads, before: Spreads | null, smallestGroup: number): Concentration {
  const half = (spread: Spread | null) => spread && { people: spread.people, half: spread.half }
  const line = (spread: Spread | null) =>
    spread ? [{ peopleBp: 0, wholeBp: 0 }, ...spread.lorenz.map(([peopleBp, wholeBp]) => ({ peopleBp, wholeBp }))] : []
  const isSuppressed = now.people > 0 && now.people < smallestGroup
  const isBeforeShown = before !== null && before.people >= smallestGroup && !isSuppressed
  return {
    isSuppressed,
    results: isSuppressed ? null : half(now.results),
    value: isSuppressed ? null : half(now.value),
    before: isBeforeShown ? { results: half(before.results), value: half(before.value) } : null,
    lorenz: isSuppressed ? { results: [], value: [] } : { results: line(now.results), value: line(now.value) },
  }
}

/**
 * Which cells of one total are withheld, for figures about people (accounts, activity, cohorts, concentration), never for results.
 * `people`: those in the cell's team over the period. One withheld cell could be had by subtraction, so the next smallest goes with
 * it; where there is none, the total says the same and goes too. A cell without people hides nobody and helps nobody.
 */
export function suppressed<K>(
  cells: readonly { readonly key: K; readonly people: number }[],
  minimum: number,
): { readonly keys: ReadonlySet<K>; readonly isTotalSuppressed: boolean } {
  const bySize = cells.filter((cell) => cell.people > 0).toSorted((a, b) => a.people - b.people)
  const small = bySize.filter((cell) => cell.people < minimum)
  const keys = new Set((small.length === 1 ? bySize.slice(0, 2) : small).map((cell) => cell.key))
  return { keys, isTotalSuppressed: keys.size === 1 }
}
