import { expect, test } from 'vitest'
import { plainSearch, readSearch, writeSearch } from './search.ts'

test('an address is text and reads back as it was written', () => {
  const search = { type: 'a,b', mine: '1', q: 'été & « pompe » 50%+', from: '2026-01-01' }
  const text = writeSearch(search)
  expect(text).toContain('type=a,b&mine=1')
  expect(readSearch(text)).toEqual(search)
})

test('what says nothing is not in the address', () => {
  expect(writeSearch({ q: '', team: undefined, type: null })).toBe('')
  expect(plainSearch({ mine: 1, q: '', only: true })).toEqual({ mine: '1', only: 'true' })
})
