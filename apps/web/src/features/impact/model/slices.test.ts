import { expect, test } from 'vitest'
import { isSliced, noSlice, toggled } from './slices.ts'

test('a value is added, taken back, and the last one takes its dimension along', () => {
  expect(toggled({ side: ['both'] }, 'side', 'social')).toEqual({ side: ['both', 'social'] })
  expect(toggled({ side: ['both', 'social'] }, 'side', 'both')).toEqual({ side: ['social'] })
  expect(toggled({ rung: [5] }, 'rung', 5)).toEqual({ rung: undefined })
})

test('a page is sliced by its dimensions, not by how it is drawn', () => {
  expect(isSliced({ period: 'year:2026', by: 'side', grain: 'week', asOf: '2026-01-01' })).toBe(false)
  expect(isSliced({ rung: [5] })).toBe(true)
  expect(isSliced({ rung: [5], ...noSlice })).toBe(false)
})
