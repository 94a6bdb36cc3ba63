import type { ReasonKind, ReasonOption } from '@oeuvre/domain/outcomes/types/schema'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'

/** Built-in reasons, which have words. */
export const knownReasons = [
  'duplicate',
  'not-a-result',
  'not-ours',
  'no-evidence',
  'wrong-period',
  'value',
  'evidence',
  'contributors',
  'story',
  'date',
  'other',
] as const

/** The organization's own name for a reason, else the built-in one. */
export function useReasonName(): (reason: Pick<ReasonOption, 'code' | 'name'>) => string {
  const t = useTranslations('review.words.reasons')
  return ({ code, name }) => {
    const known = knownReasons.find((one) => one === code)
    return name ?? (known ? t(known) : (code ?? ''))
  }
}

/** Those that are offered, in the organization's order; null while they are on their way. */
export function useReasons(kind: ReasonKind | null): readonly ReasonOption[] | null {
  const { data } = useQuery(trpc.outcomes.vocabulary.queryOptions(undefined, { enabled: kind !== null }))
  return data ? data.reasons.filter((reason) => reason.kind === kind && !reason.isArchived) : null
}
