import { describe, expect, test } from 'vitest'
import { recogniseSeparation } from './rules.ts'

describe('delimiter and quote', () => {
  test.each([
    ['a,b,c\n1,2,3\n', ',', '"'],
    ['a;b;c\n1,5;2;3\n2,5;3;4\n', ';', '"'],
    ['a\tb\n1,2\t3\n', '\t', '"'],
    ['a|b|c\r\n1|2|3\r\n', '|', '"'],
    ['name;note\n"Dupont; Jean";"a, b, c"\n"X";"d,e"\n', ';', '"'],
    ["'a, x';'b'\n'c';'d'\n", ';', "'"],
    ["name,motto\nO'Brien,it's\nAn,'x\n", ',', '"'],
    ['sep=;\na,b;c\n1,2;3\n', ';', '"'],
    ['single\nvalue\n', ',', '"'],
    ['"line\nbreak, in","it;em"\n1,2\n', ',', '"'],
    ['', ',', '"'],
  ])('%j', (sample, delimiter, quote) => expect(recogniseSeparation(sample, true)).toEqual({ delimiter, quote }))

  test('a sample that ends in the middle of a record does not mislead', () => {
    expect(recogniseSeparation('a;b;c\n1;2;3\n1;2,2', false).delimiter).toBe(';')
    expect(recogniseSeparation('a;b\n"x";"unfinished, te', false).delimiter).toBe(';')
  })
})
