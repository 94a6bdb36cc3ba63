import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { naughtyStrings } from '../../test/shared-data.ts'
import { normalisedKey } from './normalised-key.ts'

describe('the key that comparisons use', () => {
  test.each([
    ['Élodie  Marchand ', 'elodie marchand'],
    ['e\u0301lodie marchand', 'ÉLODIE\u00a0MARCHAND'],
    ['Straße', 'STRASSE'],
    ['STRAẞE', 'strasse'],
    ['ﬁn', 'FIN'],
    ['Ⅷ', 'viii'],
    ['ΟΔΟΣ', 'οδος'],
    ['İstanbul', 'istanbul'],
    ['Ⓐⓑ', 'ab'],
    ['Papeteries\tdu\u200b Lys', 'papeteries du lys'],
  ])('%s is %s', (a, b) => expect(normalisedKey(a)).toBe(normalisedKey(b)))

  test('letters of other scripts stay apart', () => {
    expect(normalisedKey('की')).not.toBe(normalisedKey('का'))
    expect(normalisedKey('ก็')).not.toBe(normalisedKey('ก'))
    expect(normalisedKey('Ørsted')).not.toBe(normalisedKey('Orsted')) // ø is a letter, not an accent
  })

  test('idempotent, and blind to case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => normalisedKey(normalisedKey(text)) === normalisedKey(text)),
      { numRuns: 1000 },
    )
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => normalisedKey(text.toUpperCase()) === normalisedKey(text)))
  })

  test('naughty strings', ({ skip }) => {
    const strings = naughtyStrings()
    if (!strings) return skip()
    for (const text of strings) expect(normalisedKey(normalisedKey(text))).toBe(normalisedKey(text))
  })
})
