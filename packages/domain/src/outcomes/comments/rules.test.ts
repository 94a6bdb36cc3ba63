import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mentionedIn, mentionOf, partsOf } from './rules.ts'

const part = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('@', '{', '}', '@{', '@{}'), fc.uuid().map(mentionOf))
const text = fc.array(part).map((parts) => parts.join(''))

test('the parts of a text are the whole text, in order', () => {
  fc.assert(
    fc.property(text, (written) => {
      const parts = partsOf(written)
      expect(parts.map((p) => ('text' in p ? p.text : mentionOf(p.personId))).join('')).toBe(written)
      expect([...new Set(parts.flatMap((p) => ('personId' in p ? p.personId : [])))]).toEqual(mentionedIn(written))
    }),
  )
})
