import type { AnswerPoint } from '@oeuvre/domain/outcomes/answers/schema'
import type { ContributorInput, OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpcClient } from '../../../lib/api.ts'
import { useOutcomesChanged } from './use-decisions.ts'
import { useOutcomeWords } from './use-outcome-words.ts'
import { useRefusalWords } from './use-refusal-words.ts'

type Read = Pick<OutcomeSummary, 'id' | 'version' | 'title' | 'subject' | 'type' | 'isConfidentialShown'>

/** One's own word taken back; one is asked again. */
export function useTakeBack() {
  const t = useTranslations('answers.asked')
  const { done, failed } = useNotices()
  const refusal = useRefusalWords()
  const refresh = useOutcomesChanged()
  return useMutation({
    mutationFn: ({ id }: Pick<Read, 'id'>) => trpcClient.outcomes.takeBackAnswer.mutate({ id }),
    meta: { showsItsErrors: true },
    onSuccess: () => done(t('takenBack')),
    onError: (error) => failed(refusal(error)),
    onSettled: refresh,
  })
}

/** "That is right", in one gesture, with the way back. */
export function useConfirm() {
  const t = useTranslations('answers.asked')
  const { title } = useOutcomeWords()
  const { done, failed } = useNotices()
  const refusal = useRefusalWords()
  const refresh = useOutcomesChanged()
  const back = useTakeBack()
  return useMutation({
    mutationFn: ({ id, version }: Read) => trpcClient.outcomes.answer.mutate({ id, version, answer: 'confirmed' }),
    meta: { showsItsErrors: true },
    onSuccess: (_answer, outcome) => done(t('confirmed', { title: title(outcome) }), { undo: () => back.mutate({ id: outcome.id }) }),
    onError: (error) => failed(refusal(error)),
    onSettled: refresh,
  })
}

export type Objection = {
  readonly points: AnswerPoint[]
  readonly words: string
  readonly proposal: ContributorInput[] | null
}

/** What is wrong with it; a refusal is left to the dialog, which keeps what was written. */
export function useObject(outcome: Pick<Read, 'id' | 'version'>, onSaid: () => void) {
  const t = useTranslations('answers.asked')
  const { done } = useNotices()
  const refresh = useOutcomesChanged()
  const { id, version } = outcome
  return useMutation({
    mutationFn: (said: Objection) => trpcClient.outcomes.answer.mutate({ id, version, answer: 'objected', ...said }),
    meta: { showsItsErrors: true },
    onSuccess() {
      onSaid()
      done(t('sent'))
    },
    onSettled: refresh,
  })
}

export type Settlement = { readonly contributors: ContributorInput[] | null; readonly words: string }

/** The split is taken anew or kept; a refusal is left to the dialog. */
export function useSettle(outcome: Read, onSettled: () => void) {
  const t = useTranslations('answers.split')
  const { title } = useOutcomeWords()
  const { done } = useNotices()
  const refresh = useOutcomesChanged()
  const { id, version } = outcome
  return useMutation({
    mutationFn: (settlement: Settlement) => trpcClient.outcomes.settleSplit.mutate({ id, version, ...settlement }),
    meta: { showsItsErrors: true },
    onSuccess(_saved, { contributors }) {
      onSettled()
      done(t(contributors ? 'taken' : 'kept', { title: title(outcome) }))
    },
    onSettled: refresh,
  })
}
