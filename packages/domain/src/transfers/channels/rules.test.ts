import { describe, expect, test } from 'vitest'
import { channelMeant, guessChannel, sideOf } from './rules.ts'

const channels = [
  { id: 'social', kind: 'social', platform: null, code: 'social', name: null },
  { id: 'linkedin', kind: 'social', platform: 'linkedin', code: 'linkedin', name: null },
  { id: 'mail', kind: 'conventional', platform: null, code: 'e-mail', name: null },
  { id: 'fair', kind: 'conventional', platform: null, code: 'event', name: 'Salon & foire' },
  { id: 'event', kind: 'conventional', platform: null, code: null, name: 'Event' },
]
const meant = (word: string) => channelMeant(guessChannel(word), channels)?.id ?? null

describe('the channel that a word means', () => {
  test.each([
    ['social', 'social'],
    ['Paid Social', 'social'],
    ['LinkedIn', 'linkedin'],
    ['TikTok', 'social'], // a platform that the organization does not list
    ['email', 'mail'],
    ['E-Mail', 'mail'],
    ['salon & FOIRE', 'fair'],
    ['event', 'event'], // a renamed channel goes by its name alone
    ['unknown', null],
    ['', null],
    ['constructor', null],
  ])('%j: %s', (word, id) => expect(meant(word)).toBe(id))
})

test('the side is what carried it', () => {
  const [s, c] = [guessChannel('x'), guessChannel('phone')]
  expect([[], [s], [c], [s, c]].map(sideOf)).toEqual(['not-stated', 'social', 'conventional', 'both'])
})
