import { medianRanks, middleRanks, wilson } from '../../statistics/intervals.ts'
import type { Estimate, Verdict } from '../parts/schema.ts'

const none: Estimate = { cases: 0, mean: null, middle: null, low: null, high: null }

/** A median with its interval; `at`: the value of a rank, from 1, in ascending order. */
export function estimateOf(cases: number, mean: number | null, at: (rank: number) => number): Estimate {
  if (cases === 0) return none
  const [a, b] = middleRanks(cases)
  const ranks = medianRanks(cases)
  return { cases, mean, middle: (at(a) + at(b)) / 2, low: ranks && at(ranks.low), high: ranks && at(ranks.high) }
}

/** The same from the part of a histogram that holds the middle: each bucket a value, `before` what lies below it. */
export function daysEstimate(
  rows: readonly {
    readonly bucket: number
    readonly outcomes: number
    readonly before: number
    readonly cases: number
    readonly sum: string
  }[],
): Estimate {
  const [first] = rows
  if (!first) return none
  const at = (rank: number) => rows.find((row) => row.before < rank && rank <= row.before + row.outcomes)?.bucket ?? Number.NaN
  return estimateOf(first.cases, Number(first.sum) / first.cases, at)
}

/** A rate of 0 to 1 with its interval (Wilson). */
export function rateOf(successes: number, cases: number): Estimate {
  const interval = wilson(successes, cases)
  if (!interval) return none
  const rate = successes / cases
  return { cases, mean: rate, middle: rate, low: interval.low, high: interval.high }
}

/** Nobody is declared ahead while the intervals touch: so few cases could have fallen the other way. */
export function verdictOf(social: Estimate, conventional: Estimate): Verdict {
  if (social.low === null || social.high === null || conventional.low === null || conventional.high === null) return 'too-few'
  if (social.low > conventional.high) return 'social-higher'
  return conventional.low > social.high ? 'conventional-higher' : 'no-clear-difference'
}
