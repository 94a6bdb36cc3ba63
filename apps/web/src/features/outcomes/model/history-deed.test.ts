import { expect, test } from 'vitest'
import { deedOf, isWeighty } from './history-deed.ts'

const entry = (event: string, from: string | null = null, isImport = false) => ({ event, from, isImport }) as Parameters<typeof deedOf>[0]

test('verifying is named by where it came from', () => {
  expect(deedOf(entry('outcome.verified', 'submitted'))).toBe('verified')
  expect(deedOf(entry('outcome.verified', 'second-look'))).toBe('confirmed')
  expect(deedOf(entry('outcome.verified', null, true))).toBe('imported')
})

test('what is not known is still told', () => {
  expect(deedOf(entry('outcome.something-new'))).toBe('other')
  expect(isWeighty(entry('outcome.edited'))).toBe(false)
  expect(isWeighty(entry('outcome.declined', 'submitted'))).toBe(true)
})
