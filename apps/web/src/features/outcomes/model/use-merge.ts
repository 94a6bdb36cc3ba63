import type { MergeInput } from '@oeuvre/domain/outcomes/merge/schema'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpcClient } from '../../../lib/api.ts'
import { useOutcomesChanged } from './use-decisions.ts'
import { useOutcomeWords } from './use-outcome-words.ts'
import { useRefusalWords } from './use-refusal-words.ts'

const noticeMs = 20_000

/** Makes one of two claims, and says so with the way back; a refusal is left to its dialog. */
export function useMerge(onMerged: (intoId: string) => void) {
  const t = useTranslations('review.twins')
  const words = useOutcomeWords()
  const { done, failed } = useNotices()
  const refusal = useRefusalWords()
  const refresh = useOutcomesChanged()
  const back = useMutation({
    mutationFn: (merged: { readonly id: string; readonly version: number }) => trpcClient.review.undoMerge.mutate(merged),
    meta: { showsItsErrors: true },
    onSuccess: () => done(t('undone')),
    onError: (error) => failed(refusal(error)),
    onSettled: refresh,
  })
  return useMutation({
    mutationFn: (input: MergeInput) => trpcClient.review.merge.mutate(input),
    meta: { showsItsErrors: true },
    onSuccess({ outcomes }) {
      const [into, merged] = outcomes
      if (!into || !merged) return
      done(t('done', { title: words.title(into) }), {
        undo: () => back.mutate({ id: merged.id, version: merged.version }),
        forMs: noticeMs,
      })
      onMerged(into.id)
    },
    onSettled: refresh,
  })
}
