import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bucketKey, bucketsOf, grainOf } from './buckets.ts'
import { addDays, daysBetween, startOfIsoWeek } from './calendar.ts'
import { grains } from './grains.ts'
import { formatPeriodCode, type PeriodCode, parsePeriodCode, relativePeriods } from './period-codes.ts'
import { isUnfinished, periodBefore, resolvePeriod, yearBefore } from './periods.ts'

const calendarYear = { fiscalYearStartMonth: 1, weekStartsOn: 1 }
const today = '2026-10-12'
const resolve = (text: string, settings = calendarYear, on = today) => {
  const code = parsePeriodCode(text)
  if (!code) throw new Error(text)
  return resolvePeriod(code, on, settings)
}
const span = (text: string, settings = calendarYear, on = today) => {
  const { from, to } = resolve(text, settings, on)
  return `${from}..${to}`
}

const year = fc.integer({ min: 1950, max: 2150 })
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const codes: fc.Arbitrary<PeriodCode> = fc.oneof(
  fc.constantFrom(...relativePeriods).map((name) => ({ kind: 'relative' as const, name })),
  fc.record({ kind: fc.constant('week' as const), year, week: fc.integer({ min: 1, max: 52 }) }),
  fc.record({ kind: fc.constant('month' as const), year, month: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constantFrom('quarter' as const, 'fiscal-quarter' as const), year, quarter: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constantFrom('year' as const, 'fiscal-year' as const), year }),
  fc.tuple(day, fc.nat(2000)).map(([from, n]) => ({ kind: 'days' as const, from, to: addDays(from, n) })),
)
const settings = fc.record({ fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }), weekStartsOn: fc.integer({ min: 1, max: 7 }) })
const periods = fc.tuple(codes, day, settings).map(([code, on, s]) => resolvePeriod(code, on, s))

describe('periods in the address', () => {
  test('survive it', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(parsePeriodCode(formatPeriodCode(code))).toEqual(code)
      }),
    )
  })

  test.each([
    '',
    'quarter',
    'quarter:2026',
    'quarter:2026-Q5',
    'quarter:2026-3',
    'month:2026-13',
    'month:2026-3',
    'week:2025-W53',
    'week:2026-W7',
    'year:26',
    'year:0000',
    'year:9999',
    '2026-02-30..2026-03-01',
    '2026-03-02..2026-03-01',
    '2026-03-01..2026-03-02..2026-03-03',
    'last-century',
    'constructor',
  ])('"%s" is none', (text) => {
    expect(parsePeriodCode(text)).toBeNull()
  })

  test('no text breaks it', () => {
    fc.assert(fc.property(fc.string(), (text) => parsePeriodCode(text) === null || formatPeriodCode(parsePeriodCode(text)!) === text))
  })
})

test('a year has 53 weeks where the calendar says so', () => {
  for (let y = 1900; y < 2200; y++) expect([y, parsePeriodCode(`week:${y}-W53`) !== null]).toEqual([y, startOfIsoWeek(y, 53) !== null])
})

describe('the days of a period', () => {
  test.each([
    ['this-month', '2026-10-01..2026-10-31'],
    ['last-month', '2026-09-01..2026-09-30'],
    ['this-quarter', '2026-10-01..2026-12-31'],
    ['last-quarter', '2026-07-01..2026-09-30'],
    ['this-year', '2026-01-01..2026-12-31'],
    ['last-year', '2025-01-01..2025-12-31'],
    ['last-12-months', '2025-11-01..2026-10-31'],
    ['this-week', '2026-10-12..2026-10-18'],
    ['last-week', '2026-10-05..2026-10-11'],
    ['quarter:2026-Q1', '2026-01-01..2026-03-31'],
    ['month:2024-02', '2024-02-01..2024-02-29'],
    ['week:2026-W53', '2026-12-28..2027-01-03'],
    ['fiscal-year:2026', '2026-01-01..2026-12-31'],
  ])('%s', (text, expected) => {
    expect(span(text)).toBe(expected)
  })

  test('a fiscal year from April is named by the year in which it ends', () => {
    const april = { ...calendarYear, fiscalYearStartMonth: 4 }
    expect([span('fiscal-year:2026', april), span('this-fiscal-year', april), span('last-fiscal-year', april)]).toEqual([
      '2025-04-01..2026-03-31',
      '2026-04-01..2027-03-31',
      '2025-04-01..2026-03-31',
    ])
    expect(span('this-fiscal-year', april, '2026-03-31')).toBe('2025-04-01..2026-03-31')
  })

  test('weeks start where the organization says', () => {
    expect(span('this-week', { ...calendarYear, weekStartsOn: 7 }, '2026-10-11')).toBe('2026-10-11..2026-10-17')
  })

  test('today is in what is called this', () => {
    fc.assert(
      fc.property(day, settings, (on, s) => {
        for (const name of relativePeriods)
          if (name.startsWith('this-')) expect(isUnfinished(resolvePeriod({ kind: 'relative', name }, on, s), on)).toBe(true)
      }),
    )
  })
})

describe('the period before', () => {
  const previous = (text: string) => {
    const { from, to } = periodBefore(resolve(text))
    return `${from}..${to}`
  }
  test('of the same kind, or of the same number of days', () => {
    expect([
      previous('quarter:2026-Q3'),
      previous('month:2024-03'),
      previous('year:2025'),
      previous('week:2026-W01'),
      previous('2026-03-01..2026-03-10'),
    ]).toEqual([
      '2026-04-01..2026-06-30',
      '2024-02-01..2024-02-29',
      '2024-01-01..2024-12-31',
      '2025-12-22..2025-12-28',
      '2026-02-19..2026-02-28',
    ])
  })

  test('ends the day before, for any period', () => {
    fc.assert(
      fc.property(periods, (period) => {
        const earlier = periodBefore(period)
        expect(addDays(earlier.to, 1)).toBe(period.from)
        expect([earlier.unit, earlier.count]).toEqual([period.unit, period.count])
        if (period.unit !== 'month') expect(daysBetween(earlier.from, earlier.to)).toBe(daysBetween(period.from, period.to))
      }),
    )
  })

  test('a year before', () => {
    const earlier = (text: string) => {
      const { from, to } = yearBefore(resolve(text))
      return `${from}..${to}`
    }
    expect([earlier('month:2025-02'), earlier('quarter:2026-Q3'), earlier('2024-02-29..2024-03-05'), earlier('week:2026-W02')]).toEqual([
      '2024-02-01..2024-02-29',
      '2025-07-01..2025-09-30',
      '2023-02-28..2023-03-05',
      '2025-01-06..2025-01-12',
    ])
  })
})

describe('buckets', () => {
  const on = { today, weekStartsOn: 1, fiscalYearStartMonth: 1 }
  test('months of a year, with the unfinished one and those to come', () => {
    const buckets = bucketsOf(resolve('year:2026'), 'month', on)
    expect(buckets.map((b) => b.key)).toEqual(Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`))
    expect(buckets.filter((b) => b.isUnfinished).map((b) => b.key)).toEqual(['2026-10'])
    expect(buckets.filter((b) => b.isFuture).map((b) => b.key)).toEqual(['2026-11', '2026-12'])
  })

  test('the bucket that begins today has begun', () => {
    const first = bucketsOf(resolve('this-quarter'), 'month', { today: '2026-10-01', weekStartsOn: 1, fiscalYearStartMonth: 1 })[0]
    expect([first?.isUnfinished, first?.isFuture]).toEqual([true, false])
  })

  test('weeks across a new year: 52, 53, 1', () => {
    expect(bucketsOf({ from: '2026-12-21', to: '2027-01-05' }, 'week', on).map(({ key, isCut }) => ({ key, isCut }))).toEqual([
      { key: '2026-W52', isCut: false },
      { key: '2026-W53', isCut: false },
      { key: '2027-W01', isCut: true },
    ])
    expect(bucketsOf({ from: '2024-12-23', to: '2025-01-05' }, 'week', on).map((b) => b.key)).toEqual(['2024-W52', '2025-W01'])
    expect(bucketKey('2026-10-12', 'week', { weekStartsOn: 7, fiscalYearStartMonth: 1 })).toBe('2026-10-11')
  })

  test('fiscal years are named by the year in which they end', () => {
    const april = { today, weekStartsOn: 1, fiscalYearStartMonth: 4 }
    expect(bucketsOf({ from: '2024-02-29', to: '2026-04-01' }, 'year', april).map(({ key, from, to }) => [key, from, to])).toEqual([
      ['2024', '2024-02-29', '2024-03-31'],
      ['2025', '2024-04-01', '2025-03-31'],
      ['2026', '2025-04-01', '2026-03-31'],
      ['2027', '2026-04-01', '2026-04-01'],
    ])
  })

  test('cover the period without gap or overlap, sorted by key, whatever the grain', () => {
    const short = fc.tuple(day, fc.nat(800)).map(([from, n]) => ({ from, to: addDays(from, n) }))
    fc.assert(
      fc.property(short, fc.constantFrom(...grains), fc.integer({ min: 1, max: 7 }), day, (period, grain, weekStartsOn, someDay) => {
        const calendar = { weekStartsOn, fiscalYearStartMonth: 4 }
        const buckets = bucketsOf(period, grain, { ...calendar, today: someDay })
        expect([buckets[0]?.from, buckets.at(-1)?.to]).toEqual([period.from, period.to])
        for (const [i, bucket] of buckets.entries()) {
          if (i > 0) expect(bucket.from).toBe(addDays(buckets[i - 1]!.to, 1))
          expect([bucketKey(bucket.from, grain, calendar), bucketKey(bucket.to, grain, calendar)]).toEqual([bucket.key, bucket.key])
        }
        const keys = buckets.map((b) => b.key)
        expect(keys.toSorted()).toEqual(keys)
        expect(new Set(keys).size).toBe(keys.length)
        expect(buckets.filter((b) => b.isUnfinished).length).toBeLessThan(2)
      }),
      { numRuns: 60 },
    )
  })

  test('a readable number of them, for any period', () => {
    expect(['month:2026-03', 'quarter:2026-Q3', 'year:2026', '2010-01-01..2026-10-12'].map((p) => grainOf(resolve(p)))).toEqual([
      'day',
      'month',
      'month',
      'year',
    ])
    fc.assert(
      fc.property(periods, (period) => {
        expect(bucketsOf(period, grainOf(period), on).length).toBeLessThanOrEqual(41)
      }),
    )
  })
})
