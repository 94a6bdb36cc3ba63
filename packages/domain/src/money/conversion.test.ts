import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convertMinor, divideHalfEven } from './conversion.ts'

describe('half even', () => {
  test.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [0n, 7n, 0n],
  ])('%s / %s = %s', (n, d, expected) => {
    expect(divideHalfEven(n, d)).toBe(expected)
  })

  test('never more than half away, and odd under a change of sign', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 20n }), (n, d) => {
        const off = divideHalfEven(n, d) * d - n
        expect(off * 2n <= d && off * -2n <= d).toBe(true)
        expect(divideHalfEven(-n, d)).toBe(-divideHalfEven(n, d))
      }),
    )
  })
})

describe('conversion', () => {
  const euro = { perEuro: '1', digits: 2 }

  test.each([
    ['USD 1,000.00 of 13 April 2026', 100_000n, { perEuro: '1.1684', digits: 2 }, euro, 85_587n],
    ['EUR 1.00 in yen, which have no decimals', 100n, euro, { perEuro: '161.545', digits: 0 }, 162n],
    ['JPY 5', 5n, { perEuro: '186.75', digits: 0 }, euro, 3n],
    ['HUF 1,250.50, which has two digits whatever others say', 125_050n, { perEuro: '366.9', digits: 2 }, euro, 341n],
    ['ISK 143,200', 143_200n, { perEuro: '143.2', digits: 0 }, euro, 100_000n],
    ['a half, to the even below', 1n, { perEuro: '2', digits: 2 }, euro, 0n],
    ['a half, to the even above', 3n, { perEuro: '2', digits: 2 }, euro, 2n],
    ['BRL 1,000.00 in USD', 100_000n, { perEuro: '5.9191', digits: 2 }, { perEuro: '1.1711', digits: 2 }, 19_785n],
    // 0.94 yen; rounded to a cent on the way it would be 1.86, so 2.
    ['BRL 0.03 in JPY, rounded once', 3n, { perEuro: '5.9191', digits: 2 }, { perEuro: '186.43', digits: 0 }, 1n],
  ])('%s', (_, minor, from, to, expected) => {
    expect(convertMinor(minor, from, to)).toBe(expected)
  })

  test('the same currency, or the same rate written otherwise, changes nothing; a value at the limit fits', () => {
    fc.assert(
      fc.property(fc.bigInt(), (minor) => {
        expect(convertMinor(minor, { perEuro: '1.1684', digits: 2 }, { perEuro: '1.16840', digits: 2 })).toBe(minor)
      }),
    )
    expect(convertMinor(10n ** 14n, euro, { perEuro: '26000.123456', digits: 2 })).toBe(2600012345600000000n)
  })

  test.each(['', '0', '0.000', '-1', '1e3', '1,5', 'NaN', '1.'])('"%s" is no rate', (rate) => {
    expect(() => convertMinor(1n, { perEuro: rate, digits: 2 }, euro)).toThrow(RangeError)
  })
})
