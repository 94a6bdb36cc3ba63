import { describe, expect, test } from 'vitest'
import { columnNames, hasHeaderRow } from './rules.ts'

describe('whether the first row names the columns', () => {
  test.each([
    [true, ['opportunity_id', 'sales_agent', 'close_value']],
    [true, ['Nom', 'Prénom', '2024']],
    [true, ['alpha', 'beta']],
    [true, ['a', '', 'b']],
    [false, ['alpha', 'alpha']],
    [false, ['1C1I7A6R', 'Moses Frase', '2016-10-20']],
    [false, ['Moses Frase', 'moses@example.com']],
    [false, ['1', '2', '3']],
    [false, ['', '']],
  ])('%s: %j', (expected, row) => expect(hasHeaderRow([row])).toBe(expected))

  test('blank names get their number', () => {
    expect(columnNames(['a', ' ', 'c'], true)).toEqual(['a', '#2', 'c'])
    expect(columnNames(['1', '2'], false)).toEqual(['#1', '#2'])
  })
})
