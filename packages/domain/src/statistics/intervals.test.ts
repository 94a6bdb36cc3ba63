import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { medianRanks, middleRanks, wilson } from './intervals.ts'

describe('a rate', () => {
  // Newcombe (1998), table I: 81 of 263 and 15 of 148 and 0 of 20 at 95 %.
  test('published examples', () => {
    const at = (successes: number, cases: number) => {
      const { low = 0, high = 0 } = wilson(successes, cases, 9_500) ?? {}
      return [low.toFixed(4), high.toFixed(4)]
    }
    expect(at(81, 263)).toEqual(['0.2553', '0.3662'])
    expect(at(15, 148)).toEqual(['0.0624', '0.1605'])
    expect(at(0, 20)).toEqual(['0.0000', '0.1611'])
    expect(at(1, 29)).toEqual(['0.0061', '0.1718'])
  })

  test('nothing is said of nothing, and of a confidence that nobody computed', () => {
    expect(wilson(0, 0)).toBeNull()
    expect(() => wilson(1, 2, 1234)).toThrow(RangeError)
  })

  test('holds the rate and stays inside', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.float({ min: 0, max: 1, noNaN: true }), (cases, share) => {
        const successes = Math.round(cases * share)
        const { low, high } = wilson(successes, cases)!
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low - 1e-12).toBeLessThanOrEqual(successes / cases)
        expect(high + 1e-12).toBeGreaterThanOrEqual(successes / cases)
      }),
    )
  })
})

describe('a median', () => {
  // Conover, Practical Nonparametric Statistics, and the usual tables at 95 %: n = 6 → 1, 10 → 2, 20 → 6, 50 → 18, 100 → 40.
  test('published ranks', () => {
    expect([6, 10, 20, 25, 50, 100].map((n) => medianRanks(n, 9_500))).toEqual([
      { low: 1, high: 6 },
      { low: 2, high: 9 },
      { low: 6, high: 15 },
      { low: 8, high: 18 },
      { low: 18, high: 33 },
      { low: 40, high: 61 },
    ])
  })

  test('too few can say nothing', () => {
    expect([0, 1, 2, 3, 4].map((n) => medianRanks(n))).toEqual([null, null, null, null, null])
    expect(medianRanks(5)).toEqual({ low: 1, high: 5 })
  })

  test('a million: as the normal approximation has it, to a rank or two', () => {
    const { low } = medianRanks(1_000_000)!
    expect(Math.abs(low - (500_000 - (1.6448536 * 1000) / 2))).toBeLessThan(2)
  })

  test('covers the median as often as it says: counted over all samples of a fair coin', () => {
    // The interval misses when fewer than `low` values lie below the median, or above it.
    for (const n of [7, 12, 19]) {
      const { low } = medianRanks(n)!
      let missed = 0
      for (let bits = 0; bits < 2 ** n; bits++) {
        const below = bits.toString(2).replaceAll('0', '').length
        if (below < low || n - below < low) missed++
      }
      expect(missed / 2 ** n).toBeLessThanOrEqual(0.1)
    }
  })

  test('ranks of the middle', () => {
    expect([1, 2, 5, 6].map(middleRanks)).toEqual([
      [1, 1],
      [1, 2],
      [3, 3],
      [3, 4],
    ])
  })
})
