import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { naughtyStrings } from '../../test/shared-data.ts'
import { refusalsOfIssues } from '../errors/refusals.ts'
import { isBlank, isStorable, Line, RequiredLine, StoryPart, textLength, textLimits, Words } from './storable.ts'

function refusals(schema: typeof Line, text: string) {
  const parsed = schema.safeParse(text)
  return parsed.success ? [] : refusalsOfIssues(parsed.error.issues)
}

const anyUtf16 = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((n) => String.fromCharCode(n)), maxLength: 40 })

describe('storable text', () => {
  test('U+0000 and lone surrogates are refused, and nothing else is', () => {
    fc.assert(
      fc.property(anyUtf16, (text) => {
        const survives = new TextDecoder().decode(new TextEncoder().encode(text)) === text.replace(/^\uFEFF/, '') && !text.includes('\0')
        expect(isStorable(text)).toBe(survives)
        expect(refusals(Line, text)).toEqual(survives ? [] : [{ code: 'text-unstorable' }])
      }),
    )
  })

  test('what is accepted comes back exactly as typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => !isStorable(text) || Line.parse(text) === text))
    expect(Line.parse('  e\u0301 \n')).toBe('  e\u0301 \n')
  })

  test('length counts code points, as PostgreSQL does', () => {
    fc.assert(fc.property(anyUtf16, (text) => textLength(text) === [...text].length))
    expect(refusals(Line, '𝕏'.repeat(textLimits.line))).toEqual([])
    expect(refusals(Line, `${'𝕏'.repeat(textLimits.line)}.`)).toEqual([{ code: 'text-too-long', params: { max: textLimits.line } }])
  })

  test('a megabyte of story is refused with its limit', () => {
    expect(refusals(StoryPart, 'a'.repeat(1_000_000))).toEqual([{ code: 'text-too-long', params: { max: 20_000 } }])
    expect(refusals(StoryPart, 'a'.repeat(20_000))).toEqual([])
  })

  test('required means that something can be seen', () => {
    for (const text of ['', ' ', '\u00a0\u2003\n', '\u200b\ufeff']) {
      expect(isBlank(text)).toBe(true)
      expect(refusals(RequiredLine, text)).toEqual([{ code: 'required' }])
    }
    expect(refusals(RequiredLine, ' 0 ')).toEqual([])
  })

  test('every naughty string fits every kind of field', ({ skip }) => {
    const strings = naughtyStrings()
    if (!strings) return skip()
    expect(strings.length).toBeGreaterThan(500)
    for (const text of strings) for (const schema of [Line, Words, StoryPart]) expect(schema.parse(text)).toBe(text)
  })
})
