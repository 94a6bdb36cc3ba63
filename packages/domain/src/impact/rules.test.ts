import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actorOf } from '../../test/actors.ts'
import { medianOf } from '../statistics/median.ts'
import { impactScopeOf, maySlice } from './policy.ts'
import { allSides, histogramMedian, periodsOf, sentenceOf, shareBp, socialShareBp, spreadOf, suppressed, timeToVerifyOf } from './rules.ts'

const calendar = { fiscalYearStartMonth: 1, weekStartsOn: 1 }
const side = (name: 'social' | 'conventional' | 'both' | 'not-stated', results: number) => ({
  side: name,
  resultsBp: String(results * 10_000),
  outcomes: results,
  valueMinor: '0',
})

describe('how a whole is spread', () => {
  test('by hand: one holds 6 of 10', () => {
    expect(spreadOf(['1', '6', '2', '1'])).toEqual({
      people: 4,
      half: 1,
      lorenz: [
        [2500, 1000],
        [5000, 2000],
        [7500, 4000],
        [10000, 10000],
      ],
    })
    expect(spreadOf([])).toBeNull()
    expect(spreadOf(['0', '0'])).toBeNull()
  })

  test('the fewest who hold half, and a line that ends at the whole', () => {
    // Up to where numbers are exact, around it, and far beyond.
    const amount = (max: bigint) => fc.array(fc.bigInt({ min: 0n, max }), { minLength: 1, maxLength: 300 })
    const amounts = fc.oneof(amount(10n ** 6n), amount(2n ** 46n), amount(10n ** 20n))
    fc.assert(
      fc.property(amounts, (list) => {
        const spread = spreadOf(list.map(String))
        const whole = list.reduce((sum, one) => sum + one, 0n)
        if (!spread) {
          expect(whole).toBe(0n) // returned, its answer would be taken for the property’s
          return
        }
        const largest = list.toSorted((a, b) => (a > b ? -1 : Number(a < b)))
        const of = (n: number) => largest.slice(0, n).reduce((sum, one) => sum + one, 0n) * 2n
        expect(of(spread.half) >= whole && of(spread.half - 1) < whole).toBe(true)
        expect(spread.lorenz.at(-1)).toEqual([10_000, 10_000])
        expect(spread.lorenz.length).toBe(Math.min(list.length, 100))
      }),
    )
  })
})

describe('the question', () => {
  test('without anything said: this quarter beside the one before', () => {
    expect(periodsOf({}, '2026-10-12', calendar)).toMatchObject({
      period: { from: '2026-10-01', to: '2026-12-31' },
      compared: { from: '2026-07-01', to: '2026-09-30' },
    })
  })
  test('a year before, or nothing', () => {
    const asked = { period: 'quarter:2026-Q3' }
    expect(periodsOf({ ...asked, compare: 'year-before' }, '2026-10-12', calendar).compared).toMatchObject({
      from: '2025-07-01',
      to: '2025-09-30',
    })
    expect(periodsOf({ ...asked, compare: 'none' }, '2026-10-12', calendar).compared).toBeNull()
  })
})

describe('the social share', () => {
  test('counts both sides, of all results, not stated included below the line', () => {
    expect(socialShareBp([side('social', 75), side('conventional', 753), side('not-stated', 14)])).toBe(891)
    expect(socialShareBp([side('social', 17), side('both', 7), side('conventional', 36), side('not-stated', 3)])).toBe(3810)
    expect(socialShareBp([])).toBeNull()
  })
  test('is never above the whole, and the same for shares of results', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (a, b) => (shareBp(a, a + b) ?? -1) <= 10_000,
      ),
    )
    expect([shareBp(0n, 0n), shareBp(1n, 1n), shareBp(1n, 3n)]).toEqual([null, 10_000, 3333])
  })
  test('all four are always there', () => {
    expect(allSides([side('both', 2)]).map((row) => [row.side, row.outcomes])).toEqual([
      ['social', 0],
      ['conventional', 0],
      ['both', 2],
      ['not-stated', 0],
    ])
  })
})

describe('the sentence', () => {
  const headline = {
    resultsBp: '630000',
    outcomes: 63,
    valueMinor: '121400000',
    potentialMinor: '0',
    people: 41,
    teams: 9,
    medianDays: '2.40',
  }
  const rows = [side('social', 17), side('both', 7), side('conventional', 36), side('not-stated', 3)]
  test('is made of the headline and the sides', () => {
    expect(sentenceOf(headline, rows)).toEqual({
      kind: 'figures',
      people: 41,
      teams: 9,
      outcomes: 63,
      valueMinor: '121400000',
      socialBp: 3810,
    })
    expect(sentenceOf({ ...headline, valueMinor: '0' }, rows)).toMatchObject({ valueMinor: null })
  })
  test('of nothing says so', () => {
    expect(sentenceOf({ ...headline, outcomes: 0, resultsBp: '0' }, [])).toEqual({ kind: 'nothing' })
  })
})

describe('median days to verify', () => {
  const tenths = (list: readonly number[]) =>
    [
      ...Map.groupBy(
        list.toSorted((a, b) => a - b),
        (n) => n,
      ),
    ].map(([bucket, same]) => ({ bucket, outcomes: same.length }))
  test('from the histogram as from the list itself', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { maxLength: 40 }), (list) => {
        const median = medianOf(list)
        expect(histogramMedian(tenths(list))).toBe(median === null ? null : median / 10)
      }),
    )
  })
  test('whole days, the slow ones together', () => {
    const { bins } = timeToVerifyOf(tenths([0, 9, 10, 99, 100, 450]), { outcomes: 4, of: 6 })
    expect(bins.filter((bin) => bin.outcomes > 0)).toEqual([
      { from: 0, to: 0, outcomes: 2 },
      { from: 1, to: 1, outcomes: 1 },
      { from: 9, to: 9, outcomes: 1 },
      { from: 10, to: null, outcomes: 2 },
    ])
    expect(timeToVerifyOf([], { outcomes: 0, of: 0 }).bins).toEqual([])
  })
})

describe('suppression', () => {
  const of = (...sizes: number[]) => {
    const { keys, isTotalSuppressed } = suppressed(
      sizes.map((people, key) => ({ key, people })),
      8,
    )
    return { keys: [...keys].sort(), isTotalSuppressed }
  }
  test('a small cell, and the next smallest with it', () => {
    expect(of(20, 5, 12)).toEqual({ keys: [1, 2], isTotalSuppressed: false })
    expect(of(20, 5, 7, 12)).toEqual({ keys: [1, 2], isTotalSuppressed: false })
    expect(of(20, 8, 12)).toEqual({ keys: [], isTotalSuppressed: false })
  })
  test('an empty cell hides nobody', () => {
    expect(of(20, 5, 0, 12)).toEqual({ keys: [1, 3], isTotalSuppressed: false })
    expect(of(0, 0)).toEqual({ keys: [], isTotalSuppressed: false })
  })
  test('alone, the total goes too', () => {
    expect(of(5)).toEqual({ keys: [0], isTotalSuppressed: true })
    expect(of(5, 0)).toEqual({ keys: [0], isTotalSuppressed: true })
  })
  test('no withheld cell is ever the difference between its total and the cells shown', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (sizes) => {
        const { keys, isTotalSuppressed } = suppressed(
          sizes.map((people, key) => ({ key, people })),
          8,
        )
        for (const [key, people] of sizes.entries()) if (people > 0 && people < 8) expect(keys.has(key)).toBe(true)
        const hidden = sizes.filter((people, key) => people > 0 && keys.has(key))
        expect(hidden.length !== 1 || isTotalSuppressed).toBe(true)
      }),
    )
  })
})

describe('whose results', () => {
  const executive = actorOf('eve', { roles: ['executive'] })
  const manager = actorOf('claire', { managedTeamIds: ['export'], reachTeamIds: ['export', 'north'] })
  const administrator = actorOf('adam', { roles: ['administrator'] })
  const employee = actorOf('aicha')
  test('the organization, the reach, or nothing', () => {
    expect([executive, manager, administrator, employee].map((a) => impactScopeOf(a).kind)).toEqual([
      'organization',
      'reach',
      'nothing',
      'nothing',
    ])
    expect(impactScopeOf(actorOf('both', { roles: ['administrator', 'executive'], managedTeamIds: ['export'] })).kind).toBe('organization')
  })
  test('slices', () => {
    expect([executive, manager, administrator].map((a) => maySlice(a, { teamId: 'research' }))).toEqual([true, false, false])
    expect(maySlice(manager, { teamId: 'north' })).toBe(true)
    const person = { id: 'aicha', teamId: 'export' }
    expect([executive, manager, employee, administrator].map((a) => maySlice(a, { person }))).toEqual([false, true, true, false])
  })
})
