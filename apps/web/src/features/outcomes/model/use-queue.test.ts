import type { QueueItem } from '@oeuvre/domain/outcomes/review/schema'
import { expect, test } from 'vitest'
import { nextAfter, stepFrom } from './use-queue.ts'

const items = ['a', 'b', 'c', 'd'].map((id) => ({ outcome: { id } })) as unknown as readonly QueueItem[]

test('after a decision the next below is chosen, else the nearest above, else nobody', () => {
  expect(nextAfter(items, ['b'], 'b')).toBe('c')
  expect(nextAfter(items, ['b', 'c'], 'b')).toBe('d')
  expect(nextAfter(items, ['d'], 'd')).toBe('c')
  expect(nextAfter(items, ['c', 'd'], 'd')).toBe('b')
  expect(nextAfter(items, ['a', 'b', 'c', 'd'], 'a')).toBeUndefined()
})

test('moving stays within the list', () => {
  expect(stepFrom(items, 'a', 1)).toBe('b')
  expect(stepFrom(items, 'a', -1)).toBe('a')
  expect(stepFrom(items, 'd', 1)).toBe('d')
  expect(stepFrom([], undefined, 1)).toBeUndefined()
})
