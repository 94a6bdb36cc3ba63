import { mentionOf, partsOf } from '@oeuvre/domain/outcomes/comments/rules'
import { expect, test } from 'vitest'
import { askedAt, matching, withIds, withNames } from './mentions.ts'

const anna = { id: '0197a000-0000-7000-8000-00000000000a', name: 'Anna' }
const annaMaria = { id: '0197a000-0000-7000-8000-00000000000b', name: 'Anna Maria Béart' }

test('an @ at the beginning of a word asks for a person; an address of e-mail does not', () => {
  expect(askedAt('Merci @cla', 10)).toEqual({ from: 6, text: 'cla' })
  expect(askedAt('@', 1)).toEqual({ from: 0, text: '' })
  expect(askedAt('Merci @Anna M', 13)).toEqual({ from: 6, text: 'Anna M' })
  expect(askedAt('me@example', 10)).toBeNull()
  expect(askedAt('@Anna Maria and', 15)).toBeNull()
})

test('accents and case aside, by any word of the name', () => {
  expect(matching([anna, annaMaria], 'beà')).toEqual([annaMaria])
  expect(matching([anna, annaMaria], 'ann')).toEqual([anna, annaMaria])
})

test('names become ids and names again, the longer one before the shorter one', () => {
  const written = 'Ask @Anna Maria Béart, not @Anna'
  const sent = withIds(written, [anna, annaMaria])
  expect(sent).toBe(`Ask ${mentionOf(annaMaria.id)}, not ${mentionOf(anna.id)}`)
  const parts = partsOf(sent).map((part) =>
    'text' in part
      ? { kind: 'text' as const, text: part.text }
      : { kind: 'person' as const, person: part.personId === anna.id ? anna : annaMaria, seesIt: true },
  )
  expect(withNames(parts)).toEqual({ text: written, people: [annaMaria, anna] })
})
