import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, startOfDay, weekday } from './calendar.ts'
import { addWorkingDays, isWorkingDay, workingDayBack, workingDaysBetween, workingDaysElapsed } from './working-days.ts'

const plain = { workingWeekdays: [1, 2, 3, 4, 5], holidays: [] }
const first = '2026-01-01'
const day = fc.nat(730).map((n) => addDays(first, n))
const calendar = fc.record({
  workingWeekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  holidays: fc.array(day, { maxLength: 40 }),
})

describe('working days', () => {
  test('weekends and holidays are not counted; the day of sending neither', () => {
    // 12 October 2026 is a Monday.
    const since = (from: string, to: string, holidays: string[] = []) => workingDaysBetween(from, to, { ...plain, holidays })
    expect([
      since('2026-10-12', '2026-10-12'),
      since('2026-10-12', '2026-10-13'),
      since('2026-10-09', '2026-10-12'),
      since('2026-10-10', '2026-10-11'),
      since('2026-10-12', '2026-10-01'),
      since('2026-10-09', '2026-10-13', ['2026-10-12', '2026-10-11']),
    ]).toEqual([0, 1, 1, 0, 0, 1])
  })

  test('as counted day by day, for any calendar', () => {
    fc.assert(
      fc.property(day, fc.nat(90), calendar, (from, n, c) => {
        const days = Array.from({ length: n }, (_, i) => addDays(from, i + 1))
        expect(workingDaysBetween(from, addDays(from, n), c)).toBe(days.filter((d) => isWorkingDay(d, c)).length)
      }),
    )
  })

  test('add up over any day between', () => {
    fc.assert(
      fc.property(day, fc.nat(60), fc.nat(60), calendar, (from, a, b, c) => {
        const [middle, end] = [addDays(from, a), addDays(from, a + b)]
        expect(workingDaysBetween(from, middle, c) + workingDaysBetween(middle, end, c)).toBe(workingDaysBetween(from, end, c))
      }),
    )
  })

  test('forwards and back meet', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), calendar, (from, n, c) => {
        const on = addWorkingDays(from, n, c)
        expect(isWorkingDay(on, c)).toBe(true)
        expect(workingDaysBetween(from, on, c)).toBe(n)
        // What was sent before that day has waited at least so long, what was sent on it has not.
        const back = workingDayBack(on, n, c)
        expect([workingDaysBetween(addDays(back, -1), on, c) >= n, workingDaysBetween(back, on, c) >= n]).toEqual([true, false])
        expect(weekday(back)).toBeGreaterThan(0)
      }),
    )
  })

  test('instants are of the day that it is in the zone', () => {
    const late = startOfDay('2026-10-13', 'Europe/Paris') - 1
    expect(workingDaysElapsed(late, late + 1, 'Europe/Paris', plain)).toBe(1)
    expect(workingDaysElapsed(late, late + 1, 'America/New_York', plain)).toBe(0)
  })
})
