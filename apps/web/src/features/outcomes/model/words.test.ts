import type { OutcomeType, Vocabulary } from '@oeuvre/domain/outcomes/types/schema'
import { expect, test } from 'vitest'
import { freestPigment, inOrder, moveWord, sharersOf } from './words.ts'

function typeOf(id: string, pigment: number, isArchived = false): OutcomeType {
  return { id, code: null, name: id, valueKind: 'none', pigment, position: 0, isArchived }
}

test('a word moves one place, and not beyond the ends', () => {
  expect(moveWord(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(moveWord(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(moveWord(['a', 'b', 'c'], 'a', -1)).toBe(null)
  expect(moveWord(['a', 'b', 'c'], 'c', 1)).toBe(null)
  expect(moveWord(['a'], 'z', 1)).toBe(null)
})

test('those that are not named follow as they were', () => {
  const vocabulary: Vocabulary = { types: [typeOf('a', 1), typeOf('x', 1, true), typeOf('b', 1)], channels: [], skills: [], reasons: [] }
  expect(inOrder(vocabulary, 'type', ['b', 'a']).types.map(({ id }) => id)).toEqual(['b', 'a', 'x'])
})

test('a new type gets the pigment that the fewest have; archived ones do not count', () => {
  const types = [1, 2, 3, 4, 5, 6, 7, 8].map((pigment) => typeOf(`t${pigment}`, pigment, pigment === 5))
  expect(freestPigment(types)).toBe(5)
  expect(freestPigment([])).toBe(1)
  expect(sharersOf(types, 3, 't3')).toEqual([])
  expect(sharersOf(types, 3, 'new').map(({ id }) => id)).toEqual(['t3'])
})
