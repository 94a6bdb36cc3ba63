import { expect, test } from 'vitest'
import { z } from 'zod'
import { refusalsOfIssues, refuse } from './refusals.ts'

function refusals(schema: z.ZodType, value: unknown) {
  return refusalsOfIssues(schema.safeParse(value).error?.issues ?? [])
}

test('a schema’s own code, beside its field, with what the message needs', () => {
  const schema = z.object({ list: z.array(z.string().superRefine((_, ctx) => refuse(ctx, 'too-many', { max: 2 }))) })
  expect(refusals(schema, { list: ['a'] })).toEqual([{ code: 'too-many', field: 'list.0', params: { max: 2 } }])
  const refined = z.string().refine(() => false, { params: { code: 'slug-taken' } })
  expect(refusals(refined, 'a')).toEqual([{ code: 'slug-taken' }])
})

test('a text that is too long says how long it may be; the rest is invalid input', () => {
  expect(refusals(z.string().max(3), 'abcd')).toEqual([{ code: 'text-too-long', params: { max: 3 } }])
  expect(refusals(z.object({ n: z.int() }), { n: 1.5 })).toEqual([{ code: 'invalid-input', field: 'n' }])
  expect(
    refusals(
      z.string().refine(() => false, { params: { code: 'no code of ours' } }),
      'a',
    ),
  ).toEqual([{ code: 'invalid-input' }])
})
