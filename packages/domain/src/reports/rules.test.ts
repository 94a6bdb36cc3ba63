import { expect, test } from 'vitest'
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
