/** An interval, both ends included. */
export type Interval = { readonly low: number; readonly high: number }

/** Confidence of every interval that is shown, in basis points: 90 %. Two that do not overlap differ at less than 1 % by chance. */
export const shownConfidenceBp = 9_000

/** Standard normal quantile (1 + confidence) / 2 for the confidences that are used. */
const quantiles: Readonly<Record<number, number>> = { 9000: 1.6448536269514722, 9500: 1.959963984540054, 9900: 2.5758293035489004 }

/** @throws RangeError for a confidence without a quantile */
export function normalQuantile(confidenceBp: number): number {
  const z = quantiles[confidenceBp]
  if (z === undefined) throw new RangeError(`confidence ${confidenceBp}`)
  return z
}

/**
 * Wilson's score interval of a rate: so many of so many. Stays inside 0 and 1 and holds for few cases, as the usual ± does not.
 * @throws RangeError for a confidence without a quantile
 */
export function wilson(successes: number, cases: number, confidenceBp: number = shownConfidenceBp): Interval | null {
  const z = normalQuantile(confidenceBp)
  if (cases <= 0) return null
  const p = successes / cases
  const z2 = (z * z) / cases
  const middle = (p + z2 / 2) / (1 + z2)
  const half = (z / (1 + z2)) * Math.sqrt((p * (1 - p)) / cases + z2 / (4 * cases))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** Stirling's series, exact to 1e-12 from 10 on; below, the sum itself. */
function logFactorial(n: number): number {
  if (n < 10) {
    let sum = 0
    for (let i = 2; i <= n; i++) sum += Math.log(i)
    return sum
  }
  const x = n + 1
  const x2 = x * x
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + (1 / 12 - (1 / 360 - 1 / (1260 * x2)) / x2) / x
}

/**
 * Between which ranks (from 1, in ascending order) the median lies with at least this confidence: the order statistics whose binomial
 * tails (n, ½) together stay within 1 − confidence. No shape of the values is assumed. Null where so few cases cannot say.
 */
export function medianRanks(cases: number, confidenceBp: number = shownConfidenceBp): Interval | null {
  const tail = (1 - confidenceBp / 10_000) / 2
  // Twelve standard deviations below the middle nothing is left that a double could tell.
  const start = Math.max(0, Math.floor(cases / 2 - 6 * Math.sqrt(cases)))
  const all = logFactorial(cases) - cases * Math.LN2
  let below = 0
  let rank = start
  for (; rank <= cases; rank++) {
    below += Math.exp(all - logFactorial(rank) - logFactorial(cases - rank))
    if (below > tail) break
  }
  return rank < 1 ? null : { low: rank, high: cases - rank + 1 }
}

/** The ranks (from 1) of the middle: one, or the two whose mean it is. */
export function middleRanks(cases: number): readonly [number, number] {
  return [Math.floor((cases + 1) / 2), Math.floor(cases / 2) + 1]
}
