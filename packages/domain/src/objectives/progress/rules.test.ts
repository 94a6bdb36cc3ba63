import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, localDay } from '../../time/calendar.ts'
import { cumulated, daysOver, expectedBy, type Measured, partOfTarget, progressOf, standingOf, withinPage } from './rules.ts'

/** 100 days, 10 results: a tenth of a result a day. */
const ten: Measured = { measure: 'results', target: 10n, from: '2026-01-01', to: '2026-04-10' }
const results = (n: number) => BigInt(n * 10_000)

describe('pace', () => {
  test('a day asks for its part once it is over', () => {
    const at = (day: string) => Number(expectedBy(ten, day)) / 10_000
    expect(['2025-12-01', '2026-01-01', '2026-01-02', '2026-02-20', '2026-04-10', '2026-04-11', '2027-01-01'].map(at)).toEqual([
      0, 0, 0.1, 5, 9.9, 10, 10,
    ])
  })

  test('ahead and behind begin beyond a result, or beyond 5 % of a larger target', () => {
    const on = '2026-02-20' // half of it is over: 5 results
    expect([3, 4, 5, 6, 7].map((n) => standingOf(ten, results(n), on))).toEqual(['behind', 'on-pace', 'on-pace', 'on-pace', 'ahead'])
    const euros: Measured = { ...ten, measure: 'value', target: 100_000_00n }
    expect([44_999_99n, 45_000_00n, 55_000_00n, 55_000_01n].map((r) => standingOf(euros, r, on))).toEqual([
      'behind',
      'on-pace',
      'on-pace',
      'ahead',
    ])
  })

  test('to come, reached and missed', () => {
    expect(standingOf(ten, 0n, '2025-12-31')).toBe('upcoming')
    expect(standingOf(ten, results(10), '2026-01-05')).toBe('reached')
    expect(standingOf(ten, results(9), '2026-04-10')).toBe('on-pace')
    expect(standingOf(ten, results(9), '2026-04-11')).toBe('missed')
    expect(standingOf(ten, results(12), '2027-04-11')).toBe('reached')
  })

  test('the same instant is another day in another zone: the objective ended in Kiritimati and not in São Paulo', () => {
    const instant = Date.UTC(2026, 3, 10, 12)
    const standing = (zone: string) => standingOf(ten, results(9), localDay(instant, zone))
    expect([standing('Pacific/Kiritimati'), standing('Europe/Paris'), standing('America/Sao_Paulo')]).toEqual([
      'missed',
      'on-pace',
      'on-pace',
    ])
    // A leap day and the hour that summer time takes are days like others.
    const leap: Measured = { ...ten, target: 366n, from: '2028-01-01', to: '2028-12-31' }
    expect([daysOver(leap, '2028-03-01'), Number(expectedBy(leap, '2028-04-01')) / 10_000]).toEqual([60, 91])
  })

  test('at the pace of every day an objective is on pace on every day, whatever its target and length', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 15n }),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.constantFrom('results' as const, 'value' as const),
        (target, length, at, measure) => {
          const objective = {
            measure,
            target: measure === 'results' ? (target % 1_000_000n) + 1n : target,
            from: '2026-01-01',
            to: addDays('2026-01-01', length),
          }
          const today = addDays(objective.from, Math.min(at, length))
          const expected = expectedBy(objective, today)
          expect(standingOf(objective, expected, today)).toBe('on-pace')
          expect(expectedBy(objective, addDays(today, 1))).toBeGreaterThanOrEqual(expected)
          expect(partOfTarget(objective, expected)).toBeLessThan(10_000)
        },
      ),
      { numRuns: 60 },
    )
  })
})

test('who may not know amounts learns whole per cent, and nothing more', () => {
  const euros: Measured = { ...ten, measure: 'value', target: 100_000_00n }
  const shown = progressOf(euros, { reached: 45_678_90n, outcomes: 3 }, '2026-02-20', 'all')
  expect(shown).toMatchObject({ target: '10000000', reached: '4567890', reachedBp: 4567, expectedBp: 5000, standing: 'on-pace' })
  const coarse = progressOf(euros, { reached: 45_678_90n, outcomes: 3 }, '2026-02-20', 'nothing')
  expect(coarse).toEqual({
    target: null,
    reached: null,
    expected: null,
    outcomes: 3,
    reachedBp: 4500,
    expectedBp: 5000,
    standing: 'on-pace',
  })
})

test('the line is the sum of its days and goes on to today', () => {
  const byDay = [
    { day: '2026-02-01', amount: 5n },
    { day: '2026-01-03', amount: 2n },
  ]
  expect(cumulated(ten, byDay, '2026-02-10').map(({ at, reached }) => [at, reached])).toEqual([
    [2, '2'],
    [31, '7'],
    [40, '7'],
  ])
  expect(cumulated(ten, [], '2027-01-01')).toEqual([{ day: '2026-04-10', at: 99, reached: '0' }])
  expect(cumulated(ten, [], '2025-01-01')).toEqual([])
})

test('a page counts what lies in its days, and asks for the pace of its end', () => {
  expect(withinPage(ten, { from: '2026-01-01', to: '2026-03-31' }, '2026-11-22')).toEqual({ until: '2026-03-31', today: '2026-04-01' })
  expect(withinPage(ten, { from: '2026-04-01', to: '2026-06-30' }, '2026-04-05')).toEqual({ until: '2026-04-10', today: '2026-04-05' })
  expect(withinPage(ten, { from: '2026-05-01', to: '2026-06-30' }, '2026-04-05')).toBeNull()
})
