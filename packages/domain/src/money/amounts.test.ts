import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DecimalMark, isMoney, parseAmount, toDecimal, toMoney } from './amounts.ts'
import { currencyCodes, currencyDigits } from './currencies.ts'

const read = (text: string, mark: DecimalMark | null = null) => {
  const parsed = parseAmount(text, mark)
  return parsed.ok ? parsed.decimal : parsed.code
}

describe('reading a typed amount', () => {
  test.each([
    ['1234', '1234'],
    ['0', '0'],
    ['007', '7'],
    ['1 234,56', '1234.56'],
    ['1\u202f234\u202f567,89', '1234567.89'],
    ['1\u00a0234', '1234'],
    ['1,234.56', '1234.56'],
    ['1.234,56', '1234.56'],
    ["1'234.50", '1234.50'],
    ['1’234’567', '1234567'],
    ['1,234,567', '1234567'],
    ['12,34,567.00', '1234567.00'],
    ['1234,56', '1234.56'],
    ['1234.567', '1234.567'],
    ['0.125', '0.125'],
    ['1,5', '1.5'],
    ['.5', '0.5'],
    ['12.', '12'],
    ['+ 12', '12'],
    ['€ 1.234,56', '1234.56'],
    ['-€ 5', 'amount-negative'],
    ['64 000 €', '64000'],
    ['-0', '0'],
    ['-1', 'amount-negative'],
    ['−1', 'amount-negative'],
    ['(12,00)', 'amount-negative'],
    ['12-', 'amount-negative'],
    ['1.234', 'amount-ambiguous'],
    ['1,234', 'amount-ambiguous'],
    ['', 'amount-invalid'],
    ['.', 'amount-invalid'],
    ['1 2 3', 'amount-invalid'],
    ['1.2.3', 'amount-invalid'],
    ['1,23,4', 'amount-invalid'],
    ['1.234,56.78', 'amount-invalid'],
    ['1e5', 'amount-invalid'],
    ['0x10', 'amount-invalid'],
    ['Infinity', 'amount-invalid'],
    ['12 k€', 'amount-invalid'],
    ['douze', 'amount-invalid'],
  ])('%s → %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test('what is ambiguous in a file is read by the form in the mark of its language', () => {
    expect([read('1.234', ','), read('1.234', '.'), read('1,234', ','), read('1,234', '.')]).toEqual(['1234', '1.234', '1.234', '1234'])
  })

  test('what any language writes is read back', () => {
    const locales = ['fr', 'en', 'de', 'de-CH', 'en-IN', 'pt-BR', 'sv']
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.bigInt({ min: 0n, max: 10n ** 14n }), (locale, minor) => {
        const decimal = toDecimal({ minor: minor.toString(), digits: 2 })
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 })
        expect(read(format.format(decimal as unknown as number))).toBe(decimal)
      }),
    )
  })

  test('no text breaks it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.,-() \u202f€$ex') }), (text) => {
        expect(read(text)).toMatch(/^(\d+(\.\d+)?|amount-[a-z]+)$/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('money', () => {
  const euro = (amount: string, currency = 'EUR') => toMoney({ amount, currency, decimalMark: '.' })

  test('keeps minor units and their digits', () => {
    expect(euro('64,000')).toEqual({ minor: '6400000', currency: 'EUR', digits: 2 })
    expect(euro('5', 'jpy')).toEqual({ minor: '5', currency: 'JPY', digits: 0 })
    expect(euro('1.5', 'IQD')).toEqual({ minor: '1500', currency: 'IQD', digits: 3 })
    expect(euro('12.50', 'HUF')).toEqual({ minor: '1250', currency: 'HUF', digits: 2 })
  })

  test('refuses, with what the message needs', () => {
    expect(euro('1', 'XXX')).toEqual({ code: 'unknown-currency', params: { currency: 'XXX' } })
    expect(euro('1.005')).toEqual({ code: 'amount-too-precise', params: { currency: 'EUR', digits: 2 } })
    expect(euro('1.5', 'JPY')).toEqual({ code: 'amount-too-precise', params: { currency: 'JPY', digits: 0 } })
    expect(euro('-3')).toEqual({ code: 'amount-negative' })
    expect(euro('1.0000')).toEqual({ minor: '100', currency: 'EUR', digits: 2 })
  })

  test('the limit is in major units of any currency', () => {
    for (const currency of ['JPY', 'EUR', 'KWD', 'CLF']) {
      expect(isMoney(euro('1000000000000', currency))).toBe(true)
      const more = currency === 'JPY' ? '1000000000001' : '1000000000000.01'
      expect(euro(more, currency)).toEqual({ code: 'amount-too-large', params: { max: '1000000000000' } })
    }
    expect(euro('9'.repeat(50))).toMatchObject({ code: 'amount-too-large' })
  })

  test('decimal notation and back', () => {
    fc.assert(
      fc.property(fc.constantFrom(...currencyCodes), fc.bigInt({ min: 0n, max: 10n ** 12n }), (currency, minor) => {
        const digits = currencyDigits(currency) ?? 0
        const money = { minor: minor.toString(), currency, digits }
        expect(euro(toDecimal(money), currency)).toEqual(money)
      }),
    )
    expect(toDecimal({ minor: '-5', digits: 2 })).toBe('-0.05')
  })
})
