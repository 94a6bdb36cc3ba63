import { errorCodes } from '@oeuvre/domain/errors/domain-error'
import { TRPCClientError } from '@trpc/client'
import { createTranslator } from 'use-intl/core'
import { expect, test } from 'vitest'
import { en } from '../locales/en.ts'
import { fr } from '../locales/fr.ts'
import { refuse, describe as say, usualParams } from './errors.ts'
import { failureOf, hasCode, RefusedError, readFailure } from './refusals.ts'

const words = ({ code }: { code: string }) => code

function answer(data: unknown) {
  return TRPCClientError.from({ error: { message: '', code: -32_600, data } } as never)
}

test.each([
  ['fr', fr],
  ['en', en],
] as const)('every refusal has a sentence in %s, also without its figures', (locale, messages) => {
  const t = createTranslator({
    locale,
    messages: messages as typeof fr,
    namespace: 'errors',
    onError(error) {
      throw error
    },
  }) as unknown as (code: string, params: object) => string
  for (const code of errorCodes) expect(t(code, usualParams), code).toMatch(/[.…?]$/)
})

test('reads what our server answers', () => {
  const failure = failureOf(answer({ refusals: [{ code: 'date-in-future', field: 'occurredOn' }], requestId: 'r1', httpStatus: 400 }))
  expect(failure).toEqual({ refusals: [{ code: 'date-in-future', field: 'occurredOn' }], requestId: 'r1', isLost: false })
})

test('trusts no code that it does not know', () => {
  expect(failureOf(answer({ refusals: [{ code: '<script>' }], requestId: 'r1', httpStatus: 400 })).refusals).toEqual([{ code: 'internal' }])
})

test('a lost answer is "unavailable", a defect of ours "internal"', () => {
  expect(hasCode(TRPCClientError.from(new TypeError('fetch failed')), 'unavailable')).toBe(true)
  expect(readFailure(undefined, 502).refusals).toEqual([{ code: 'unavailable' }])
  expect(hasCode(new Error('x is not a function'), 'internal')).toBe(true)
  expect(hasCode(new TypeError('Failed to fetch dynamically imported module: /assets/x.js'), 'unavailable')).toBe(true)
})

test('refusals stand beside their fields; what belongs to none is answered', () => {
  const shown: unknown[] = []
  const form = { setErrors: (errors: unknown) => void shown.push(errors) }
  const error = new RefusedError({
    refusals: [
      { code: 'shares-do-not-add-up', field: 'contributors.0.share' },
      { code: 'required', field: 'title' },
      { code: 'text-too-long', field: 'title' },
      { code: 'conflict' },
      { code: 'own-result', field: 'elsewhere' },
    ],
    requestId: 'r2',
    isLost: false,
  })
  expect(refuse(form, error, words, ['title', 'contributors'])).toEqual(['conflict', 'own-result'])
  expect(shown).toEqual([{ 'contributors.0.share': 'shares-do-not-add-up', title: 'required text-too-long' }])
})

test('the request is named where the fault is ours, and only there', () => {
  const error = (code: 'internal' | 'conflict') => new RefusedError({ refusals: [{ code }], requestId: 'r3', isLost: false })
  expect(say(error('internal'), words)).toBe('internal (r3)')
  expect(say(error('conflict'), words)).toBe('conflict')
})
