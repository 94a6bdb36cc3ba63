import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { naughtyStrings } from '../../../test/shared-data.ts'
import { escapeCell, unescapeCell } from './rules.ts'

const runsInASpreadsheet = /^[=+\-@\t\r]/
/** Texts near the rule: quotes and formula signs first. */
const near = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', 'a', ' ', '"'), maxLength: 8 })

describe('cells of an export', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    ['-5', "'-5"],
    ["'tis", "'tis"],
    ['', ''],
    ['a=1', 'a=1'],
  ])('%j is written %j', (text, written) => expect(escapeCell(text)).toBe(written))

  test('nothing runs, and everything comes back exactly', () => {
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), (text) => {
        const written = escapeCell(text)
        return !runsInASpreadsheet.test(written) && unescapeCell(written) === text
      }),
      { numRuns: 2000 },
    )
  })

  test('one-to-one: two texts are never written alike', () => {
    fc.assert(
      fc.property(near, near, (a, b) => a === b || escapeCell(a) !== escapeCell(b)),
      { numRuns: 2000 },
    )
  })

  test('naughty strings', ({ skip }) => {
    const strings = naughtyStrings()
    if (!strings) return skip()
    expect(new Set(strings.map(escapeCell)).size).toBe(new Set(strings).size)
    for (const text of strings) {
      expect(unescapeCell(escapeCell(text))).toBe(text)
      expect(escapeCell(text)).not.toMatch(runsInASpreadsheet)
    }
  })
})
