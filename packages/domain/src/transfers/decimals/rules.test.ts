import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DecimalCounts, decideDecimal, decimalShape, readDecimal } from './rules.ts'

describe('the decimal sign', () => {
  test.each([
    ['1054', 'plain'],
    ['1.234', 'either'],
    ['1,234', 'either'],
    ['123.456', 'either'],
    ['1234.567', 'point'],
    ['0.125', 'point'],
    ['12.5', 'point'],
    ['.5', 'point'],
    ['1,5', 'comma'],
    ['1 234,56', 'comma'],
    ['1\u202f234\u202f567,8', 'comma'],
    ["1'234.50", 'point'],
    ['1 234.567', 'point'],
    ['$1,234.56', 'point'],
    ['1.234,56 €', 'comma'],
    ['1.234.567', 'comma'],
    ['1,234,567', 'point'],
    ['12,34,567.00', 'point'],
    ['USD 1,234', 'either'],
    ['R$ 1.234,5', 'comma'],
    ['(1,234.00)', 'point'],
    ['1 234', 'plain'],
    ['12 34', null],
    ['1,23,4', null],
    ['1.234.56', null],
    ['1,2.3,4', null],
    ['1e5', null],
    ['12%', null],
    ['', null],
    ['-', null],
    ['1C1I7A6R', null],
    ['$12€', null],
  ])('%j: %s', (text, shape) => expect(decimalShape(text)).toBe(shape))

  const counts = (some: Partial<DecimalCounts>): DecimalCounts => ({ point: 0, comma: 0, either: 0, plain: 0, ...some })
  test.each([
    [counts({ either: 9, comma: 1 }), { sign: 'comma', ask: false }],
    [counts({ either: 9, point: 1 }), { sign: 'point', ask: false }],
    [counts({ either: 1, plain: 9 }), { sign: null, ask: true }],
    [counts({ point: 3, comma: 1 }), { sign: null, ask: true }],
    [counts({ plain: 9 }), { sign: null, ask: false }],
  ])('%j → %j', (seen, verdict) => expect(decideDecimal(seen)).toEqual(verdict))
})

describe('reading', () => {
  test.each([
    ['1.234', 'comma', { decimal: '1234', currency: null }],
    ['1.234', 'point', { decimal: '1.234', currency: null }],
    ['1.234', null, { fault: 'amount-ambiguous' }],
    ['1 234,56 €', 'comma', { decimal: '1234.56', currency: 'EUR' }],
    ['£1,234.56', 'point', { decimal: '1234.56', currency: 'GBP' }],
    ['$ 12', null, { decimal: '12', currency: null }],
    ['12,50 chf', 'comma', { decimal: '12.50', currency: 'CHF' }],
    ['1,5', 'point', { fault: 'amount-invalid' }],
    ['0007', null, { decimal: '7', currency: null }],
    ['0.0', null, { decimal: '0.0', currency: null }],
    ['-0', null, { decimal: '0', currency: null }],
    ['-12', null, { fault: 'amount-negative' }],
    ['\u221212', null, { fault: 'amount-negative' }],
    ['$-12', null, { fault: 'amount-negative' }],
    ['(12.00)', null, { fault: 'amount-negative' }],
    ['twelve', null, { fault: 'amount-invalid' }],
  ] as const)('%j as %s', (text, sign, reading) => expect(readDecimal(text, sign)).toEqual(reading))

  test('any amount written in a usual way is read back', () => {
    const amounts = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.constantFrom(',', ' ', '\u202f', "'", ''))
    fc.assert(
      fc.property(amounts, ([minor, group]) => {
        const digits = minor.toString().padStart(3, '0')
        const [whole, part] = [digits.slice(0, -2), digits.slice(-2)]
        const written = whole.replace(/\B(?=(\d{3})+$)/g, group)
        const expected = { decimal: `${whole}.${part}`, currency: null }
        expect(readDecimal(`${written}.${part}`, 'point')).toEqual(expected)
        if (group !== ',') expect(readDecimal(`${written},${part}`, 'comma')).toEqual(expected)
      }),
    )
  })
})
