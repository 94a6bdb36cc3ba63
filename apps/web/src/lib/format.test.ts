import { describe, expect, test } from 'vitest'
import { createFormat, dayIn, daysBetween, localeOf } from './format.ts'

const fr = createFormat({ locale: 'fr-FR', timeZone: 'Europe/Paris' })
const en = createFormat({ locale: 'en-GB', timeZone: 'Europe/Paris' })
const euros = (minor: string) => ({ minor, currency: 'EUR', digits: 2 })
const narrow = '\u202f'
const space = '\u00a0'

describe('money', () => {
  test('is not rounded, however large', () => {
    expect(en.money(euros('900719925474099301'))).toBe('€9,007,199,254,740,993.01')
    expect(en.money(euros('5'))).toBe('€0.05')
  })

  test('is written as each language does', () => {
    expect(fr.money(euros('6400000'))).toBe(`64${narrow}000${space}€`)
    expect(en.money(euros('6400000'))).toBe('€64,000')
    expect(fr.money(euros('6400050'))).toBe(`64${narrow}000,50${space}€`)
    expect(en.money(euros('-6400000'))).toBe('\u2212€64,000')
  })

  test('has the decimals that came with it, not those that Intl believes', () => {
    expect(en.money({ minor: '123456', currency: 'HUF', digits: 2 })).toMatch(/1,234\.56$/)
    expect(en.money({ minor: '1234', currency: 'JPY', digits: 0 })).toBe('JP¥1,234')
  })

  test('is compact with one sign for the unit', () => {
    expect(fr.moneyCompact(euros('124000000'))).toBe(`1,24${space}M€`)
    expect(fr.moneyCompact(euros('7130000'))).toBe(`71,3${space}k€`)
    expect(en.moneyCompact(euros('124000000'))).toBe('€1.24m')
    expect(fr.moneyParts(euros('120000000'))).toEqual({ before: '', figure: '1,2', after: '\u00a0M€' })
    expect(en.moneyParts(euros('120000000'))).toEqual({ before: '€', figure: '1.2', after: 'm' })
  })
})

describe('numbers', () => {
  test('group thousands and use the true minus', () => {
    expect(fr.number(4238)).toBe(`4${narrow}238`)
    expect(en.number(-4238)).toBe('\u22124,238')
  })

  test('differences say their sign, and "=" for none', () => {
    expect(fr.difference(4)).toBe(`+${space}4`)
    expect(en.difference(-1200)).toBe(`\u2212${space}1,200`)
    expect(fr.difference(0)).toBe('=')
  })

  test('per cent come from basis points', () => {
    expect(en.percent(3_833)).toBe('38%')
    expect(en.percent(891, 2)).toBe('8.91%')
    expect(fr.percent(3_833)).toMatch(/^38[\u202f\u00a0]%$/)
  })

  test('sizes and durations have their units', () => {
    expect(fr.days(9)).toBe(`9${space}jours`)
    expect(en.daysShort(9)).toBe('9d')
    expect(en.bytes(200_000_000)).toBe('200 MB')
    expect(en.seconds(95)).toBe('2 minutes')
  })
})

describe('days', () => {
  test('have no zone: the same day for every reader', () => {
    expect(fr.day('2026-10-09')).toBe('9 octobre 2026')
    expect(en.day('2026-10-09')).toBe('9 October 2026')
    expect(createFormat({ locale: 'en-US', timeZone: 'Pacific/Kiritimati' }).day('2026-01-01')).toBe('January 1, 2026')
    expect(fr.month('2026-10')).toBe('octobre 2026')
  })

  test('are counted over a change of clocks', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2)
  })

  test('are told from today', () => {
    expect(fr.relativeDay('2026-11-22', '2026-11-22')).toBe('aujourd’hui')
    expect(fr.relativeDay('2026-11-21', '2026-11-22')).toBe('hier')
    expect(en.relativeDay('2026-11-13', '2026-11-22')).toBe('9 days ago')
    expect(en.relativeDay('2026-08-22', '2026-11-22')).toBe('3 months ago')
  })
})

describe('instants', () => {
  test('are shown in the organization’s zone', () => {
    expect(dayIn('Europe/Paris', '2026-11-21T23:30:00Z')).toBe('2026-11-22')
    expect(dayIn('America/New_York', '2026-11-22T02:00:00Z')).toBe('2026-11-21')
    expect(fr.instantDay('2026-11-21T23:30:00Z')).toBe('22 novembre 2026')
    expect(en.time('2026-07-01T10:05:00Z')).toBe('12:05')
  })

  test('are told in minutes, hours, then days of the organization', () => {
    const now = new Date('2026-11-22T10:00:00Z')
    expect(en.ago('2026-11-22T09:55:00Z', now)).toBe('5 minutes ago')
    expect(en.ago('2026-11-22T07:00:00Z', now)).toBe('3 hours ago')
    expect(en.ago('2026-11-21T20:00:00Z', now)).toBe('yesterday')
  })
})

test('lists are joined as each language does', () => {
  expect(fr.list(['Inès', 'Samuel', 'Nour'])).toBe('Inès, Samuel et Nour')
  expect(en.list(['LinkedIn', 'phone'], 'or')).toBe('LinkedIn or phone')
})

test('the reader’s variant of a language is kept', () => {
  expect(localeOf('en', ['fr-FR', 'en-US'])).toBe('en-US')
  expect(localeOf('fr', ['en-US', 'en'])).toBe('fr-FR')
  expect(localeOf('en', ['en-US@posix', 'en-CA'])).toBe('en-CA')
})
