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
  test('between currencies of different digits', () => {
    expect(convertMinor(100_000n, { digits: 2 }, { digits: 2 }, '0.9221')).toBe(92_210n)
    expect(convertMinor(100n, { digits: 2 }, { digits: 0 }, '161.545')).toBe(162n)
    expect(convertMinor(5n, { digits: 0 }, { digits: 2 }, '0.0061')).toBe(3n)
    expect(convertMinor(1n, { digits: 2 }, { digits: 2 }, '0.5')).toBe(0n)
    expect(convertMinor(3n, { digits: 2 }, { digits: 2 }, '0.5')).toBe(2n)
  })

  test('a rate of one changes nothing; a value at the limit fits', () => {
    fc.assert(fc.property(fc.bigInt(), (minor) => convertMinor(minor, { digits: 2 }, { digits: 2 }, '1.0') === minor))
    expect(convertMinor(10n ** 14n, { digits: 2 }, { digits: 2 }, '26000.123456')).toBe(2600012345600000000n)
  })

  test.each(['', '-1', '1e3', '1,5', 'NaN'])('"%s" is no rate', (rate) => {
    expect(() => convertMinor(1n, { digits: 2 }, { digits: 2 }, rate)).toThrow(RangeError)
  })
})
