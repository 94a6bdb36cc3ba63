import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as calendar from './calendar.ts'
import { Day, isDay } from './day.ts'

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const zone = fc.constantFrom(
  'Europe/Paris',
  'America/Sao_Paulo',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'America/St_Johns',
  'UTC',
)
const at = (iso: string) => Date.parse(iso)

describe('days', () => {
  test('what is a day', () => {
    expect(['2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'].map(isDay)).toEqual([true, true, true, true])
    const not = [
      '2026-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-01',
      '2026-04-31',
      '2026-1-1',
      '0000-01-01',
      '2026-01-01T00:00',
      '+2026-01-01',
      '',
    ]
    expect(not.map(isDay)).toEqual(not.map(() => false))
    expect(Day.safeParse('2026-02-30').success).toBe(false)
  })

  test('agrees with the calendar of the machine', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (y, m, d) => {
        const text = `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
        const date = new Date(`${text}T00:00:00Z`)
        expect(isDay(text)).toBe(!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text))
      }),
    )
  })
})

describe('zones', () => {
  test('today is another day elsewhere', () => {
    const instant = at('2026-03-31T10:30:00Z')
    expect(calendar.localDay(instant, 'Pacific/Kiritimati')).toBe('2026-04-01') // UTC+14
    expect(calendar.localDay(instant, 'Pacific/Pago_Pago')).toBe('2026-03-30') // UTC−11
    expect(calendar.localDay(instant, 'Europe/Paris')).toBe('2026-03-31')
  })

  test('Paris: the days on which clocks change have 23 and 25 hours', () => {
    const hours = (day: string) => (calendar.endOfDay(day, 'Europe/Paris') - calendar.startOfDay(day, 'Europe/Paris')) / 3_600_000
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-10-12')]).toEqual([23, 25, 24])
  })

  test('São Paulo: a midnight that did not exist', () => {
    // Until 2018 clocks went forward at midnight: 4 November 2018 began at 01:00 (UTC−2).
    expect(calendar.startOfDay('2018-11-04', 'America/Sao_Paulo')).toBe(at('2018-11-04T03:00:00Z'))
    expect(calendar.localDay(at('2018-11-04T02:59:59Z'), 'America/Sao_Paulo')).toBe('2018-11-03')
    // Since 2019 there is no summer time.
    expect(calendar.startOfDay('2019-11-03', 'America/Sao_Paulo')).toBe(at('2019-11-03T03:00:00Z'))
  })

  test('Kiritimati: the first place of a new year', () => {
    expect(calendar.startOfDay('2027-01-01', 'Pacific/Kiritimati')).toBe(at('2026-12-31T10:00:00Z'))
  })

  test('a day holds the instants from its start to before its end', () => {
    fc.assert(
      fc.property(day, zone, (d, tz) => {
        const [start, end] = [calendar.startOfDay(d, tz), calendar.endOfDay(d, tz)]
        expect([calendar.localDay(start, tz), calendar.localDay(end - 1, tz)]).toEqual([d, d])
        expect(calendar.localDay(start - 1, tz) < d && calendar.localDay(end, tz) > d).toBe(true)
      }),
    )
  })

  test('names of zones', () => {
    expect(['Europe/Paris', 'UTC', 'Mars/Olympus', '', '+02:00'].map(calendar.isTimeZone)).toEqual([true, true, false, false, false])
  })
})

describe('arithmetic', () => {
  test('29 February', () => {
    expect([calendar.addMonths('2024-02-29', 12), calendar.addMonths('2024-02-29', 48), calendar.addMonths('2024-01-31', 1)]).toEqual([
      '2025-02-28',
      '2028-02-29',
      '2024-02-29',
    ])
    expect(calendar.daysBetween('2024-02-28', '2024-03-01')).toBe(2)
  })

  test('adding and counting days are inverse', () => {
    fc.assert(fc.property(day, fc.integer({ min: -5000, max: 5000 }), (d, n) => calendar.daysBetween(d, calendar.addDays(d, n)) === n))
  })

  test.each([
    ['2020-12-31', 2020, 53],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2024-12-30', 2025, 1],
    ['2026-12-31', 2026, 53],
    ['2027-01-01', 2026, 53],
    ['2025-12-28', 2025, 52],
  ])('%s is in week %i-%i', (d, year, week) => {
    expect(calendar.isoWeek(d)).toEqual({ year, week })
  })

  test('ISO weeks start on Monday and are found again', () => {
    fc.assert(
      fc.property(day, (d) => {
        const { year, week } = calendar.isoWeek(d)
        expect(calendar.startOfIsoWeek(year, week)).toBe(calendar.startOfWeek(d, 1))
      }),
    )
    expect([calendar.startOfIsoWeek(2026, 53), calendar.startOfIsoWeek(2025, 53), calendar.startOfIsoWeek(2026, 0)]).toEqual([
      '2026-12-28',
      null,
      null,
    ])
  })

  test('weeks may start on any day', () => {
    expect([1, 7, 6].map((start) => calendar.startOfWeek('2026-10-12', start))).toEqual(['2026-10-12', '2026-10-11', '2026-10-10'])
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 7 }), (d, start) => {
        const first = calendar.startOfWeek(d, start)
        expect(calendar.weekday(first)).toBe(start)
        expect(calendar.daysBetween(first, d)).toBeLessThan(7)
      }),
    )
  })

  test('elapsed days as the ledger keeps them', () => {
    expect([calendar.elapsedDays(0, 2.5 * 86_400_000), calendar.elapsedDays(5, 0)]).toEqual(['2.5000', '0.0000'])
  })
})
