import { describe, expect, test } from 'vitest'
import type { TypeOption } from '../schema.ts'
import { guessStage } from './rules.ts'

const types: TypeOption[] = [
  { id: 'opportunity', code: 'opportunity-found', name: null, valueKind: 'potential' },
  { id: 'won', code: 'client-won', name: null, valueKind: 'realised' },
  { id: 'renamed', code: 'client-kept', name: 'Client fidélisé', valueKind: 'realised' },
]
const meaning = (word: string, isOwn = false) => {
  const found = guessStage(word, types, isOwn)
  return found?.kind === 'leaveOut' ? found.why : (found?.typeId ?? null)
}

describe('what a stage most likely means', () => {
  test.each([
    ['Won', 'won'],
    ['Closed Won', 'won'],
    ['closedwon', 'won'],
    ['Fermé gagné', 'won'],
    ['Signée', 'won'],
    ['Lost', 'lost'],
    ['Closed Lost', 'lost'],
    ['Perdu', 'lost'],
    ['Abandonnée', 'lost'],
    ['Engaging', 'open'],
    ['Négociation', 'open'],
    ['Proposal sent', 'open'],
    ['En cours', 'open'],
    ['opportunity-found', 'opportunity'],
    ['client FIDELISE', 'renamed'],
    ['client-kept', null], // renamed: its code is no name any more
    ['Not won', null],
    ['Zombie', null],
    ['', null],
  ])('%j: %s', (word, what) => expect(meaning(word)).toBe(what))

  test('in our own export, whatever is no type is no verified result', () => {
    expect([meaning('client-won', true), meaning('client-won (withdrawn)', true)]).toEqual(['won', 'ignored'])
  })
})
