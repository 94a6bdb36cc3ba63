import type { UseFormReturnType } from '@mantine/form'
import type { ErrorParams, Refusal } from '@oeuvre/domain/errors/domain-error'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { failureOf } from './refusals.ts'

/** The words of one refusal. */
export type Words = (refusal: Refusal) => string

/** What stands in for an argument that a refusal came without: an approximate sentence is better than none. Every argument that a message of `errors` names has its line here. */
export const usualParams: ErrorParams = {
  min: 10,
  max: 128,
  minutes: 15,
  platform: '',
  name: '',
  kind: 'other',
  line: 1,
  found: 0,
  expected: 0,
  rows: '',
  megabytes: 25,
  gigabytes: 2,
  millions: 100,
  type: '',
  currency: '',
  day: '',
  other: 1,
  what: 'other',
  text: '',
}

export function useWords(): Words {
  const t = useTranslations('errors')
  return useCallback(
    (refusal) => {
      // Which arguments a refusal carries is known only when it arrives; a test holds that every message formats.
      const format = t as unknown as (code: Refusal['code'], params: ErrorParams) => string
      return format(refusal.code, { ...usualParams, ...refusal.params })
    },
    [t],
  )
}

/** Says in one sentence why a call failed: every refusal once, and the number to quote where the fault is ours. */
export function describe(error: unknown, words: Words): string {
  const { refusals, requestId } = failureOf(error)
  const text = [...new Set(refusals.map(words))].join(' ')
  const isOurFault = refusals.some((refusal) => refusal.code === 'internal')
  return isOurFault && requestId ? `${text} (${requestId})` : text
}

type FieldErrors = Pick<UseFormReturnType<Record<string, unknown>>, 'setErrors'>

/**
 * Puts each refusal beside its field and answers the sentences that belong to no field of `fields` (all named fields when
 * left out). A refusal about `contributors.0.share` stands at that path.
 */
export function refuse(form: FieldErrors, error: unknown, words: Words, fields?: readonly string[]): string[] {
  const beside: Record<string, string> = {}
  const rest: string[] = []
  for (const refusal of failureOf(error).refusals) {
    const field = refusal.field
    const isShown = field !== undefined && (!fields || fields.some((known) => field === known || field.startsWith(`${known}.`)))
    if (isShown) beside[field] = beside[field] ? `${beside[field]} ${words(refusal)}` : words(refusal)
    else rest.push(words(refusal))
  }
  form.setErrors(beside)
  const id = failureOf(error).requestId
  const isOurFault = failureOf(error).refusals.some((refusal) => refusal.code === 'internal')
  return isOurFault && id ? [...new Set(rest), `(${id})`] : [...new Set(rest)]
}
