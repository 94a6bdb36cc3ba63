import { type Interval, normalQuantile, shownConfidenceBp } from './intervals.ts'

/** How long something was seen, in whole days, and whether it ended then; if not, it was lost from sight (censored), which is no end. */
export type Spell = { readonly days: number; readonly ended: boolean }

/** From this day on, until the next step: the share that lives, and its band; null where none is left, of which no band can be told. */
export type SurvivalStep = {
  readonly day: number
  /** Seen until this day, and how many of them ended on it. */
  readonly atRisk: number
  readonly ended: number
  readonly survival: number
  readonly band: Interval | null
}

/** Steps at the days on which something ended, ascending; before the first, all live. After `lastSeen` nothing is known. */
export type SurvivalCurve = { readonly cases: number; readonly lastSeen: number; readonly steps: readonly SurvivalStep[] }

/**
 * The product-limit estimate of Kaplan and Meier (1958), with Greenwood's variance on the scale log(−log S) (Kalbfleisch and Prentice),
 * whose band stays between 0 and 1. Who is lost from sight on a day was still at risk on it.
 * @throws RangeError for a confidence without a quantile
 */
export function survivalOf(spells: readonly Spell[], confidenceBp: number = shownConfidenceBp): SurvivalCurve {
  const z = normalQuantile(confidenceBp)
  const steps: SurvivalStep[] = []
  let survival = 1
  let variance = 0
  for (const { day, atRisk, ended } of endsOf(spells)) {
    survival *= 1 - ended / atRisk
    variance += ended / (atRisk * (atRisk - ended))
    steps.push({ day, atRisk, ended, survival, band: atRisk === ended ? null : bandOf(survival, variance, z) })
  }
  return { cases: spells.length, lastSeen: spells.reduce((last, { days }) => Math.max(last, days), 0), steps }
}

function bandOf(survival: number, variance: number, z: number): Interval {
  const log = Math.log(survival)
  const width = (z * Math.sqrt(variance)) / Math.abs(log)
  return { low: survival ** Math.exp(width), high: survival ** Math.exp(-width) }
}

/** Days on which something ended, ascending, with how many were at risk. */
function endsOf(spells: readonly Spell[]): { day: number; atRisk: number; ended: number }[] {
  const byDay = new Map<number, { seen: number; ended: number }>()
  for (const { days, ended } of spells) {
    const one = byDay.get(days) ?? { seen: 0, ended: 0 }
    byDay.set(days, { seen: one.seen + 1, ended: one.ended + Number(ended) })
  }
  let atRisk = spells.length
  return [...byDay.entries()]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([day, { seen, ended }]) => {
      const before = atRisk
      atRisk -= seen
      return ended > 0 ? [{ day, atRisk: before, ended }] : []
    })
}

/** The share that lives after so many days; null where nobody was seen so long, unless none was left before. */
export function survivalAt(curve: SurvivalCurve, days: number): Pick<SurvivalStep, 'survival' | 'band'> | null {
  const step = curve.steps.findLast(({ day }) => day <= days)
  if (days > curve.lastSeen && step?.survival !== 0) return null
  if (curve.cases === 0) return null
  return step ?? { survival: 1, band: null }
}

/** The first day on which half or fewer live; null where more than half live to the end of what is seen. */
export function medianSurvival({ steps }: SurvivalCurve): number | null {
  return steps.find(({ survival }) => survival <= 0.5 + 1e-12)?.day ?? null
}

/** Fewer expected ends than this in either group, and the comparison is not made: its distribution would not hold. */
export const fewestExpected = 5

export type Comparison =
  | { readonly kind: 'too-few' }
  | {
      readonly kind: 'compared'
      readonly chiSquare: number
      /** Chance of a difference as large as this where there is none. */
      readonly p: number
      readonly expected: readonly [number, number]
      readonly ended: readonly [number, number]
    }

/**
 * Whether two groups end alike: the log-rank test (Mantel 1966) with the hypergeometric variance, one degree of freedom. Every difference
 * counts as much, early or late.
 */
export function logRank(one: readonly Spell[], other: readonly Spell[]): Comparison {
  const first = endsOf(one)
  const ended = [first.reduce((sum, step) => sum + step.ended, 0), endsOf(other).reduce((sum, step) => sum + step.ended, 0)] as const
  const sortedFirst = one.map(({ days }) => days).toSorted((a, b) => a - b)
  const endedFirst = new Map(first.map((step) => [step.day, step.ended]))
  let [expected, variance, gone, difference] = [0, 0, 0, 0]
  for (const { day, atRisk, ended: all } of endsOf([...one, ...other])) {
    while ((sortedFirst[gone] ?? Number.POSITIVE_INFINITY) < day) gone++
    const share = (one.length - gone) / atRisk
    expected += all * share
    difference += (endedFirst.get(day) ?? 0) - all * share
    if (atRisk > 1) variance += (all * share * (1 - share) * (atRisk - all)) / (atRisk - 1)
  }
  const expectedOther = ended[0] + ended[1] - expected
  if (Math.min(expected, expectedOther) < fewestExpected || variance === 0) return { kind: 'too-few' }
  const chiSquare = (difference * difference) / variance
  return { kind: 'compared', chiSquare, p: normalTails(Math.sqrt(chiSquare)), expected: [expected, expectedOther], ended }
}

/**
 * Both tails of the standard normal beyond ±x: erfc(x / √2), by its series near the middle and by its continued fraction beyond
 * (Abramowitz and Stegun 7.1.5 and 7.1.14), to 1e-12.
 */
export function normalTails(x: number): number {
  const a = Math.abs(x) / Math.SQRT2
  if (a < 2.5) {
    let [term, sum] = [a, a]
    for (let n = 1; Math.abs(term) > 1e-17; n++) {
      term *= (-a * a) / n
      sum += term / (2 * n + 1)
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum
  }
  let fraction = a
  for (let n = 120; n > 0; n--) fraction = a + n / 2 / fraction
  return Math.exp(-a * a) / (fraction * Math.sqrt(Math.PI))
}
