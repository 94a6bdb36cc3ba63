import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, startOfDay } from '../../time/calendar.ts'
import { dueBefore, lateBefore, levelsDue, type PromiseSettings, promiseOf } from './rules.ts'

const settings: PromiseSettings = { timeZone: 'Europe/Paris', promiseDays: 2, workingWeekdays: [1, 2, 3, 4, 5], holidays: ['2026-11-11'] }
const at = (day: string, hour = 9) => startOfDay(day, 'Europe/Paris') + hour * 3_600_000

describe('the promise', () => {
  test('two working days: sent on Monday, due on Thursday where Wednesday is a holiday, late on Friday', () => {
    const sent = at('2026-11-09')
    expect(
      ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-15', '2026-11-16'].map((d) =>
        promiseOf(sent, d, settings),
      ),
    ).toEqual([
      { waitingDays: 0, dueOn: '2026-11-12', lateDays: 0 },
      { waitingDays: 1, dueOn: '2026-11-12', lateDays: 0 },
      { waitingDays: 1, dueOn: '2026-11-12', lateDays: 0 },
      { waitingDays: 2, dueOn: '2026-11-12', lateDays: 0 },
      { waitingDays: 3, dueOn: '2026-11-12', lateDays: 1 },
      { waitingDays: 3, dueOn: '2026-11-12', lateDays: 1 },
      { waitingDays: 4, dueOn: '2026-11-12', lateDays: 2 },
    ])
  })

  test('the instants that SQL asks agree with it, whatever the calendar', () => {
    const day = fc.nat(400).map((n) => addDays('2026-01-01', n))
    const any = fc.record({
      timeZone: fc.constantFrom('Europe/Paris', 'America/New_York', 'Pacific/Auckland'),
      promiseDays: fc.integer({ min: 1, max: 10 }),
      workingWeekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      holidays: fc.array(day, { maxLength: 30 }),
    })
    fc.assert(
      fc.property(any, day, fc.nat(40), fc.nat(86_399_999), (s, today, ago, ms) => {
        const sent = startOfDay(addDays(today, -ago), s.timeZone) + ms
        const { waitingDays, lateDays } = promiseOf(sent, today, s)
        expect(sent < lateBefore(today, s)).toBe(lateDays > 0)
        expect(sent < dueBefore(today, s)).toBe(waitingDays >= s.promiseDays)
      }),
      { numRuns: 400 },
    )
  })

  test('one level up when it lapsed, one more for each time as long again', () => {
    expect([0, 1, 2, 3, 4, 5].map((lateDays) => levelsDue({ lateDays }, 2))).toEqual([0, 1, 1, 2, 2, 3])
  })
})
