import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isCopied, type KudosFacts, refusalsOfKudos, saysSomething } from './rules.ts'

describe('words are needed', () => {
  test.each([
    'Merci',
    'MERCI beaucoup !!!',
    '👏👏👏',
    '+1',
    'Thank you so much, great job',
    'Bravo bravo bravo à tous',
    'Super ! 👍 Merci',
    '1 2 3 4 5',
    'x x x x x',
  ])('%s is none', (text) => expect(saysSomething(text)).toBe(false))
  test.each([
    ...['Onze secondes de vidéo. Onze.', 'Tu as dit « palier » avant que j’aie fini la phrase.', 'You heard the bearing before I did.'],
    ...['水泵的声音你先听出来了', 'Tu as dit "palier" avant'],
  ])('%s is one', (text) => expect(saysSomething(text)).toBe(true))

  test('repeating or decorating a formula never makes a sentence', () => {
    const piece = fc.constantFrom('merci', 'Merci', 'MERCI', 'thanks', 'bravo', '!', '👏', '🎉', '…', '+1', '100', ' ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        expect(saysSomething(pieces.join(' '))).toBe(false)
      }),
    )
  })
})

test('copied words are known however they are spaced, pointed and cased', () => {
  const text = 'La photo de la cote, je la montre à tous.'
  expect(isCopied('  la PHOTO de la cote ; je la montre a tous!! 👏', [text])).toBe(true)
  expect(isCopied('La photo de la cote, je la montre à Lucie.', [text])).toBe(false)
})

test('nobody thanks themself, whoever else is named, and nobody who is not on the story', () => {
  const id = fc.uuid()
  fc.assert(
    fc.property(
      id,
      fc.uniqueArray(id, { minLength: 1, maxLength: 5 }),
      fc.array(id, { maxLength: 5 }),
      fc.boolean(),
      (writerId, story, named, isPrivate) => {
        const facts: KudosFacts = { writerId, state: 'verified', peopleIds: new Set(story), earlier: [] }
        const personIds = [...named, ...story.slice(0, 2)]
        const refused = refusalsOfKudos(
          { id: writerId, outcomeId: writerId, personIds, isPrivate, text: 'You heard the bearing first.' },
          facts,
        )
        const isRight = personIds.every((one) => story.includes(one) && one !== writerId) && (!isPrivate || new Set(personIds).size === 1)
        expect(refused.length === 0).toBe(isRight)
      },
    ),
  )
})
