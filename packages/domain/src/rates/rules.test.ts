import { describe, expect, test } from 'vitest'
import { DomainError } from '../errors/domain-error.ts'
import { readRateFile } from './file/rules.ts'
import { convertValue, judgeRates, ratesNeeded, serves } from './rules.ts'
import type { Leg, RateSource } from './schema.ts'

const refused = (text: string) => {
  try {
    return readRateFile(text)
  } catch (e) {
    if (e instanceof DomainError) return [e.code, e.refusals[0]?.params ?? {}]
    throw e
  }
}

describe('a file of rates', () => {
  test('the published history: a comma at the end of each line, N/A, any line end', () => {
    const text = 'Date,USD,JPY,CYP,\r\n2026-04-13,1.1684,186.75,N/A,\r\n2026-04-10,1.1711,186.43,N/A,\r\n'
    expect(readRateFile(text)).toEqual({
      source: 'published',
      rates: [
        { currency: 'USD', day: '2026-04-13', perEuro: '1.1684' },
        { currency: 'JPY', day: '2026-04-13', perEuro: '186.75' },
        { currency: 'USD', day: '2026-04-10', perEuro: '1.1711' },
        { currency: 'JPY', day: '2026-04-10', perEuro: '186.43' },
      ],
    })
  })

  test('the published file of one day', () => {
    expect(readRateFile('Date, USD, JPY, \n13 April 2026, 1.1684, 186.75, \n').rates[0]).toEqual({
      currency: 'USD',
      day: '2026-04-13',
      perEuro: '1.1684',
    })
  })

  test.each([
    ['commas', 'day,currency,rate\n2026-01-31,XOF,655.957\n'],
    ['semicolons, a decimal comma, quotes, French names', '\uFEFF"Jour";"Devise";"Taux"\n2026-01-31;xof;655,957'],
    ['tabs, columns in another order, one too many', 'rate\tnote\tcurrency\tdate\n655.957\tfixed\tXOF\t2026-01-31\n\n'],
  ])('a list of one’s own: %s', (_, text) => {
    expect(readRateFile(text)).toEqual({ source: 'own', rates: [{ currency: 'XOF', day: '2026-01-31', perEuro: '655.957' }] })
  })

  test.each([
    ['', 'file-has-nothing', {}],
    ['\n \n', 'file-has-nothing', {}],
    ['Date,USD,\n2026-01-31,N/A,\n', 'file-has-nothing', {}],
    ['name,team\nAda,1\n', 'rates-not-recognised', {}],
    ['Date,dollar,\n2026-01-31,1.1,\n', 'rates-not-recognised', {}],
    ['PK\u0003\u0004', 'rates-not-recognised', {}],
    ['Date,USD,\n31/01/2026,1.1,\n', 'rates-line', { line: 2, what: 'day', text: '31/01/2026' }],
    ['Date,USD,\n2026-02-29,1.1,\n', 'rates-line', { line: 2, what: 'day', text: '2026-02-29' }],
    ['Date,USD,\n\n2026-01-31,-1.1,\n', 'rates-line', { line: 3, what: 'rate', text: '-1.1' }],
    ['Date,USD,\n2026-01-31,0.000,\n', 'rates-line', { line: 2, what: 'rate', text: '0.000' }],
    ['Date,USD,JPY,\n2026-01-31,1.1\n', 'rates-line', { line: 2, what: 'columns', text: '2026-01-31' }],
    ['Date,USD,JPY,\n2026-01-31,1.1,186.75,0.9,\n', 'rates-line', { line: 2, what: 'columns', text: '2026-01-31' }],
    ['day,currency,rate\n2026-01-31,EUR,1\n', 'rates-line', { line: 2, what: 'currency', text: 'EUR' }],
    ['day,currency,rate\n2026-01-31,USD,1,1684\n', 'rates-line', { line: 2, what: 'columns', text: '2026-01-31' }],
    ['day,currency,rate\n2026-01-31,USD,"1,1684"\n', 'rates-line', { line: 2, what: 'columns', text: '2026-01-31' }],
  ])('%j is refused', (text, code, params) => {
    expect(refused(text)).toEqual([code, params])
  })

  test('one rate said twice is said once; two rates for one day contradict each other', () => {
    expect(readRateFile('Date,USD,\n2026-01-31,1.1,\n2026-01-31,1.1,\n').rates).toHaveLength(1)
    expect(refused('Date,USD,\n2026-01-31,1.1,\n2026-01-31,1.2,\n')).toEqual([
      'rate-twice',
      { currency: 'USD', day: '2026-01-31', line: 3, other: 2 },
    ])
  })
})

describe('which rate', () => {
  const rate = (day: string, source: RateSource) => ({ day, source })
  test.each([
    ['of the day', rate('2026-04-13', 'published'), '2026-04-13', true],
    ['of the Friday before', rate('2026-04-10', 'published'), '2026-04-12', true],
    ['of the day after', rate('2026-04-13', 'published'), '2026-04-12', false],
    ['ten days old', rate('2026-04-13', 'published'), '2026-04-23', true],
    ['eleven days old', rate('2026-04-13', 'published'), '2026-04-24', false],
    ['one’s own, until the next', rate('2020-01-01', 'typed'), '2026-04-24', true],
    ['one’s own of tomorrow', rate('2026-04-25', 'own'), '2026-04-24', false],
  ])('%s', (_, one, day, expected) => {
    expect(serves(one, day)).toBe(expected)
  })

  const legs: Readonly<Record<string, string>> = { USD: '1.1711', BRL: '5.9191' }
  const legOf = (currency: string, day: string): Leg | null => {
    const perEuro = legs[currency]
    return perEuro && day >= '1999-01-04' ? { currency, perEuro, day, source: 'published', loadId: 'a' } : null
  }
  const money = (minor: string, currency: string) => ({ minor, currency, digits: 2 })

  test('none for the currency itself, one beside the euro, two through it', () => {
    expect([ratesNeeded('EUR', 'EUR'), ratesNeeded('USD', 'EUR'), ratesNeeded('EUR', 'USD'), ratesNeeded('BRL', 'USD')]).toEqual([
      [],
      ['USD'],
      ['USD'],
      ['BRL', 'USD'],
    ])
    expect(convertValue(money('1234', 'EUR'), '2026-04-10', 'EUR', legOf)).toEqual({ minor: 1234n, conversion: null })
    expect(convertValue(money('117110', 'USD'), '2026-04-10', 'EUR', legOf).minor).toBe(100_000n)
    expect(convertValue(money('100000', 'EUR'), '2026-04-10', 'USD', legOf).minor).toBe(117_110n)
    expect(convertValue(money('100000', 'BRL'), '2026-04-10', 'USD', legOf)).toMatchObject({
      minor: 19_785n,
      conversion: { currency: 'USD', digits: 2, from: { currency: 'BRL' }, to: { currency: 'USD' } },
    })
  })

  test.each([
    ['no value', null, '2026-04-10'],
    ['no day', money('1', 'USD'), null],
    ['a day before the first rate', money('1', 'USD'), '1999-01-03'],
    ['a currency without a rate', money('1', 'XOF'), '2026-04-10'],
  ])('nothing is converted by guess: %s', (_, value, day) => {
    expect(convertValue(value, day, 'EUR', legOf)).toEqual({ minor: null, conversion: null })
  })
})

test('what is new of a file: added, corrected, unchanged; one’s own stays', () => {
  const standing = new Map([
    ['USD 2026-04-10', { revision: 1, perEuro: '1.1711', source: 'published' as const }],
    ['USD 2026-04-13', { revision: 2, perEuro: '1.10', source: 'typed' as const }],
    ['JPY 2026-04-10', { revision: 1, perEuro: '186.40', source: 'published' as const }],
    ['GBP 2026-04-10', { revision: 3, perEuro: null, source: 'typed' as const }],
  ])
  const given = [
    { currency: 'USD', day: '2026-04-10', perEuro: '1.1712' },
    { currency: 'USD', day: '2026-04-13', perEuro: '1.1684' },
    { currency: 'JPY', day: '2026-04-10', perEuro: '186.4' },
    { currency: 'GBP', day: '2026-04-10', perEuro: '0.87' },
    { currency: 'CHF', day: '2026-04-10', perEuro: '0.9241' },
  ]
  expect(judgeRates(given, standing, 'published')).toEqual({
    counts: { added: 1, corrected: 2, unchanged: 1, kept: 1 },
    fresh: [
      { ...given[0], revision: 2 },
      { ...given[3], revision: 4 },
      { ...given[4], revision: 1 },
    ],
  })
  expect(judgeRates(given, standing, 'own').counts).toEqual({ added: 1, corrected: 3, unchanged: 1, kept: 0 })
})
