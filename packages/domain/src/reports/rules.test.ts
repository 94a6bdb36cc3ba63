import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, localDay } from '../time/calendar.ts'
import { parsePeriodCode } from '../time/period-codes.ts'
import { resolvePeriod } from '../time/periods.ts'
import { dueSending, lastSending, nextSending } from './rules.ts'

const paris = {
  fiscalYearStartMonth: 1,
  weekStartsOn: 1,
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-01-01'],
  timeZone: 'Europe/Paris',
}
const at = (iso: string) => Date.parse(iso)
const iso = (instant: number) => new Date(instant).toISOString()

test('the month that ended is sent at eight on the first working morning after it', () => {
  // 1 November 2026 is a Sunday, clocks went back a week before: eight in Paris is seven UTC.
  expect(lastSending('month', at('2026-11-01T12:00:00Z'), paris)).toEqual({ period: 'month:2026-10', at: at('2026-11-02T07:00:00Z') })
  // A holiday, then a Friday.
  expect(iso(lastSending('month', at('2026-01-01T12:00:00Z'), paris).at)).toBe('2026-01-02T07:00:00.000Z')
  // Summer time.
  expect(iso(lastSending('month', at('2026-07-01T12:00:00Z'), paris).at)).toBe('2026-07-01T06:00:00.000Z')
  expect(lastSending('quarter', at('2026-11-15T12:00:00Z'), paris).period).toBe('quarter:2026-Q3')
})

test('other zones have another morning, and another day', () => {
  const kiritimati = { ...paris, timeZone: 'Pacific/Kiritimati' }
  // There it is already December.
  expect(lastSending('month', at('2026-11-30T10:30:00Z'), kiritimati)).toEqual({ period: 'month:2026-11', at: at('2026-11-30T18:00:00Z') })
  expect(lastSending('month', at('2026-11-30T10:30:00Z'), paris).period).toBe('month:2026-10')
})

test('due from that morning on, and not for what was due before it was made', () => {
  const since = at('2026-10-20T00:00:00Z')
  expect(dueSending('month', { now: at('2026-11-02T06:59:00Z'), since }, paris)).toBeNull()
  expect(dueSending('month', { now: at('2026-11-02T07:00:00Z'), since }, paris)?.period).toBe('month:2026-10')
  expect(dueSending('month', { now: at('2026-11-20T07:00:00Z'), since }, paris)?.period).toBe('month:2026-10')
  expect(dueSending('month', { now: at('2026-11-20T07:00:00Z'), since: at('2026-11-02T07:00:01Z') }, paris)).toBeNull()
})

test('the next one is the running period, once the last has gone', () => {
  expect(nextSending('month', at('2026-11-01T12:00:00Z'), paris).period).toBe('month:2026-10')
  expect(nextSending('month', at('2026-11-02T12:00:00Z'), paris)).toEqual({ period: 'month:2026-11', at: at('2026-12-01T07:00:00Z') })
  expect(nextSending('quarter', at('2026-11-02T12:00:00Z'), paris)).toEqual({ period: 'quarter:2026-Q4', at: at('2027-01-01T07:00:00Z') })
})

test('quarters are those of the fiscal year', () => {
  const sent = (fiscalYearStartMonth: number, instant: string) => {
    const calendar = { ...paris, fiscalYearStartMonth }
    const { period, at: when } = lastSending('quarter', at(instant), calendar)
    const code = parsePeriodCode(period)
    const { from, to } = resolvePeriod(code ?? { kind: 'year', year: 0 }, '1900-01-01', calendar)
    return [period, `${from}..${to}`, iso(when)]
  }
  expect(sent(4, '2026-11-15T12:00:00Z')).toEqual(['fiscal-quarter:2027-Q2', '2026-07-01..2026-09-30', '2026-10-01T06:00:00.000Z'])
  expect(sent(4, '2026-04-03T12:00:00Z')).toEqual(['fiscal-quarter:2026-Q4', '2026-01-01..2026-03-31', '2026-04-01T06:00:00.000Z'])
  // 31 January 2026 is a Saturday, 1 May a Friday.
  expect(sent(2, '2026-01-31T12:00:00Z')).toEqual(['fiscal-quarter:2026-Q3', '2025-08-01..2025-10-31', '2025-11-03T07:00:00.000Z'])
  expect(sent(2, '2026-02-01T12:00:00Z')).toEqual(['fiscal-quarter:2026-Q4', '2025-11-01..2026-01-31', '2026-02-02T07:00:00.000Z'])
  expect(sent(2, '2026-05-15T12:00:00Z')).toEqual(['fiscal-quarter:2027-Q1', '2026-02-01..2026-04-30', '2026-05-01T06:00:00.000Z'])
})

test('whatever the fiscal year, one quarter follows the other, and the name of each says its days for ever', () => {
  const day = fc.date({ min: new Date('2001-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 12 }), (instant, fiscalYearStartMonth) => {
      const calendar = { ...paris, fiscalYearStartMonth }
      const today = localDay(instant.getTime(), paris.timeZone)
      const daysOf = (period: string, asked: string) => resolvePeriod(parsePeriodCode(period)!, asked, calendar)
      const last = daysOf(lastSending('quarter', instant.getTime(), calendar).period, '1999-01-01')
      const running = { from: addDays(last.to, 1), to: addDays(addMonths(`${last.to.slice(0, 8)}01`, 4), -1) }
      expect(addMonths(last.from, 3)).toBe(running.from)
      expect((Number(last.from.slice(5, 7)) - fiscalYearStartMonth + 12) % 3).toBe(0)
      expect(last.from.endsWith('-01') && running.from <= today && today <= running.to).toBe(true)
      const after = lastSending('quarter', at(`${addDays(running.to, 1)}T12:00:00Z`), calendar)
      expect(daysOf(after.period, '2080-01-01')).toMatchObject(running)
    }),
  )
})
