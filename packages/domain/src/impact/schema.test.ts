import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sides } from '../credits/schema.ts'
import { addDays } from '../time/calendar.ts'
import { relativePeriods } from '../time/period-codes.ts'
import { comparisons, formatImpactFilter, ImpactFilter, measures, parseImpactFilter, seriesBy } from './schema.ts'

const day = fc.integer({ min: 0, max: 9000 }).map((n) => addDays('2004-02-28', n))
const year = fc.integer({ min: 2000, max: 2099 })
const period = fc.oneof(
  fc.constantFrom(...relativePeriods),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `month:${y}-${String(m).padStart(2, '0')}`),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `quarter:${y}-Q${q}`),
  fc.tuple(fc.constantFrom('year', 'fiscal-year'), year).map(([kind, y]) => `${kind}:${y}`),
  fc.tuple(day, fc.nat(900)).map(([from, n]) => `${from}..${addDays(from, n)}`),
)
const filters = fc.record(
  {
    type: fc.array(fc.uuid(), { minLength: 1, maxLength: 4 }),
    team: fc.uuid(),
    channel: fc.array(fc.uuid(), { minLength: 1, maxLength: 4 }),
    side: fc.subarray([...sides], { minLength: 1 }),
    person: fc.uuid(),
    period,
    compare: fc.constantFrom(...comparisons),
    measure: fc.constantFrom(...measures),
    by: fc.constantFrom(...seriesBy),
  },
  { requiredKeys: [] },
)

describe('the impact page’s address', () => {
  test('holds the whole question', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const query = new URLSearchParams(formatImpactFilter(filter)).toString()
        expect(parseImpactFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter)
        expect(ImpactFilter.parse(filter)).toEqual(filter)
      }),
    )
  })

  test('what cannot be read is left out; a procedure refuses it', () => {
    expect(parseImpactFilter({ period: 'quarter:2026-Q9', side: 'social', compare: 'x' })).toEqual({ side: ['social'] })
    expect(ImpactFilter.safeParse({ period: 'quarter:2026-Q9' }).success).toBe(false)
  })
})
