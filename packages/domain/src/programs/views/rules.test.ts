import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../time/calendar.ts'
import { daysOfView, isTellableOn } from './rules.ts'

const start = '2025-01-01'
const days = Array.from({ length: 14 }, (_, n) => addDays(start, n))
const day = (n: number) => days[n] ?? start
const calendar = { fiscalYearStartMonth: 1, weekStartsOn: 1 }

test('as of a day that day is today; a period ends with it at the latest; without one there is no beginning', () => {
  const today = '2025-08-15'
  expect(daysOfView({}, today, calendar)).toEqual({ period: null, asOf: null, from: null, until: today })
  expect(daysOfView({ asOf: '2025-09-01' }, today, calendar).asOf).toBe(null)
  expect(daysOfView({ period: 'last-quarter', asOf: '2025-05-20' }, today, calendar)).toMatchObject({
    ...{ asOf: '2025-05-20', from: '2025-01-01', until: '2025-03-31' },
  })
  expect(daysOfView({ period: 'this-quarter', asOf: '2025-05-20' }, today, calendar)).toMatchObject({
    ...{ from: '2025-04-01', until: '2025-05-20', period: { code: 'this-quarter', to: '2025-06-30' } },
  })
})

test('between any two days that are told of came nobody, or as many as may be told of', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ person: fc.nat(20), on: fc.nat(12) }), { maxLength: 30 }),
      fc.integer({ min: 2, max: 6 }),
      (list, smallestGroup) => {
        const comings = list.map(({ person, on }) => ({ personId: String(person), on: day(on) }))
        const told = days.map((_, n) => n).filter((n) => isTellableOn(comings, day(n), smallestGroup))
        for (const [at, first] of told.entries())
          for (const second of told.slice(at + 1)) {
            const between = new Set(comings.filter(({ on }) => on > day(first) && on <= day(second)).map(({ personId }) => personId))
            if (between.size > 0) expect(between.size).toBeGreaterThanOrEqual(smallestGroup)
          }
        // Now is told of.
        expect(told).toContain(13)
      },
    ),
  )
})
