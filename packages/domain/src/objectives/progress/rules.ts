import { addDays, daysBetween } from '../../time/calendar.ts'
import { type Day, earlierDay } from '../../time/day.ts'
import type { ObjectiveMeasure } from '../schema.ts'
import type { ObjectiveProgress, ProgressPoint, Standing } from './schema.ts'

/** What an objective is measured by. Days are of the organization's zone, both included; `target` in whole results or minor units. */
export type Measured = { readonly measure: ObjectiveMeasure; readonly target: bigint; readonly from: Day; readonly to: Day }

/** Basis points of one result. */
const oneResult = 10_000n
/** So far from the even pace, in basis points of the target, is still on pace. */
const toleranceBp = 500n

/** The target in the unit in which the ledger counts: basis points of results, or minor units. */
export function targetUnits({ measure, target }: Pick<Measured, 'measure' | 'target'>): bigint {
  return measure === 'results' ? target * oneResult : target
}

export function daysOf({ from, to }: Pick<Measured, 'from' | 'to'>): number {
  return daysBetween(from, to) + 1
}

/** Days of the period that are over when `today` has begun. A day that still runs asks for nothing: 0 on the first day. */
export function daysOver(period: Pick<Measured, 'from' | 'to'>, today: Day): number {
  return Math.min(Math.max(daysBetween(period.from, today), 0), daysOf(period))
}

/** At an even pace: the target times the days that are over, by the days there are, rounded down. In the ledger's unit. */
export function expectedBy(objective: Measured, today: Day): bigint {
  return (targetUnits(objective) * BigInt(daysOver(objective, today))) / BigInt(daysOf(objective))
}

/**
 * Reached as soon as the target is. Else, before its first day: to come; after its last: missed. In between: on pace within 5 % of the
 * target (of results: within one result, where that is more) of what an even pace would have brought by the end of yesterday; ahead
 * above it, behind below. `reached` in the ledger's unit.
 */
export function standingOf(objective: Measured, reached: bigint, today: Day): Standing {
  const target = targetUnits(objective)
  if (reached >= target) return 'reached'
  if (today < objective.from) return 'upcoming'
  if (today > objective.to) return 'missed'
  const share = (target * toleranceBp) / 10_000n
  const tolerance = objective.measure === 'results' && share < oneResult ? oneResult : share
  const ahead = reached - expectedBy(objective, today)
  if (ahead > tolerance) return 'ahead'
  return ahead < -tolerance ? 'behind' : 'on-pace'
}

/** A part of the target in basis points, rounded down: 100 % is not said before it is reached. */
export function partOfTarget(objective: Measured, amount: bigint): number {
  const bp = (amount * 10_000n) / targetUnits(objective)
  return Number(bp < 0n ? 0n : bp)
}

/** Whole per cent, rounded down. */
function coarse(bp: number): number {
  return Math.floor(bp / 100) * 100
}

/** `shown`: `all` amounts; of the `target` alone, for who sets it; or `nothing` but whole per cent. Counts of results are everybody's. */
export function progressOf(
  objective: Measured,
  now: { readonly reached: bigint; readonly outcomes: number },
  today: Day,
  shown: 'all' | 'target' | 'nothing',
): ObjectiveProgress {
  const expected = expectedBy(objective, today)
  const [reachedBp, expectedBp] = [partOfTarget(objective, now.reached), partOfTarget(objective, expected)]
  const rest = { outcomes: now.outcomes, standing: standingOf(objective, now.reached, today) }
  const target = shown === 'nothing' ? null : String(targetUnits(objective))
  if (shown !== 'all')
    return { ...rest, target, reached: null, expected: null, reachedBp: coarse(reachedBp), expectedBp: coarse(expectedBp) }
  return { ...rest, target, reached: String(now.reached), expected: String(expected), reachedBp, expectedBp }
}

/** What days brought, added up: a point for each day on which something changed, and one for today (or the last day) so that the line goes on. */
export function cumulated(
  period: Pick<Measured, 'from' | 'to'>,
  byDay: readonly { readonly day: Day; readonly amount: bigint }[],
  today: Day,
): ProgressPoint[] {
  const sorted = byDay.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  let sum = 0n
  const points = sorted.map(({ day, amount }) => {
    sum += amount
    return { day, at: daysBetween(period.from, day), reached: String(sum) }
  })
  const last = today > period.to ? period.to : today
  const isDrawn = last >= period.from && (points.at(-1)?.day ?? '') < last
  return isDrawn ? [...points, { day: last, at: daysBetween(period.from, last), reached: String(sum) }] : points
}

/** As an impact page of these days counts it: what counts towards it ends with the page, and so does its pace. Null: no day is in both. */
export function withinPage(
  objective: Pick<Measured, 'from' | 'to'>,
  page: { readonly from: Day; readonly to: Day },
  today: Day,
): { readonly until: Day; readonly today: Day } | null {
  if (objective.to < page.from || objective.from > page.to) return null
  const after = addDays(page.to, 1)
  return { until: earlierDay(objective.to, page.to), today: earlierDay(today, after) }
}
