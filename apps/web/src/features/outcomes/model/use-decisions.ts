import type { OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { type Decided, type DecidedSet, type Decision, decideSet, type Said } from './decide.ts'
import { useOutcomeWords } from './use-outcome-words.ts'
import { useRefusalWords } from './use-refusal-words.ts'

export type Asked = {
  readonly decision: Decision
  readonly members: readonly (Pick<OutcomeSummary, 'id' | 'version' | 'state'> & Partial<Pick<OutcomeSummary, 'title'>>)[]
  readonly said?: Said
}

const toastMs = 20_000

/** Lists, queues, counts and figures are asked again after every decision, and after every refusal of one. */
export function useOutcomesChanged(): () => Promise<unknown> {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [trpc.outcomes, trpc.review, trpc.impact].map((slice) => client.invalidateQueries(slice.pathFilter(), { throwOnError: false })),
    )
}

/**
 * Takes decisions and says what became of them, with the way back where there is one. A refusal of a decision with words is
 * left to its dialog, which keeps what was written.
 */
export function useDecisions({ onDecided }: { onDecided?: (decided: DecidedSet, asked: Asked) => void } = {}) {
  const { failed } = useNotices()
  const refusal = useRefusalWords()
  const refresh = useOutcomesChanged()
  const tell = useDecidedNotice((asked) => run.mutate(asked))
  const run = useMutation({
    mutationFn: ({ decision, members, said }: Asked) => decideSet(decision, members, said),
    meta: { showsItsErrors: true },
    onSuccess(decided, asked) {
      tell(decided, asked)
      onDecided?.(decided, asked)
    },
    onError: (error, asked) => asked.said || failed(refusal(error)),
    onSettled: refresh,
  })
  return run
}

function useDecidedNotice(takeBack: (asked: Asked) => void) {
  const t = useTranslations('review.done')
  const { done } = useNotices()
  const words = useOutcomeWords()
  const { failed } = useNotices()
  const refusal = useRefusalWords()
  return ({ outcomes, refused }: DecidedSet, { decision, members }: Asked) => {
    for (const { id, error } of refused) {
      const named = members.find((one) => one.id === id)?.title
      failed(t('refused', { title: named || id, why: refusal(error) }))
    }
    const [first] = outcomes
    if (!first) return
    const isLookedAtTwice = decision === 'verify' && outcomes.every((outcome) => outcome.state === 'second-look')
    const title = words.title(first)
    const one = isLookedAtTwice ? t('second-look', { title }) : t(decision, { title })
    const text = outcomes.length > 1 ? t('several', { decision: severalOf[decision], count: outcomes.length }) : one
    const way = wayBack(decision, outcomes)
    done(text, way ? { undo: () => takeBack(way), forMs: toastMs } : {})
  }
}

const severalOf: Readonly<Record<Decision, 'verified' | 'asked' | 'declined' | 'undone' | 'other'>> = {
  verify: 'verified',
  confirm: 'verified',
  requestChanges: 'asked',
  return: 'other',
  decline: 'declined',
  undo: 'undone',
  submit: 'other',
  withdraw: 'other',
  reopen: 'other',
  reopenAsDraft: 'other',
}
const undoneBy: readonly Decision[] = ['verify', 'confirm', 'requestChanges', 'decline']

/** A decision can be undone for a while; what was withdrawn becomes a draft again. */
export function wayBack(decision: Decision, outcomes: Decided['outcomes']): Asked | null {
  const undoable = outcomes.filter((outcome) => outcome.can.undo)
  if (undoable.length > 0 && undoneBy.includes(decision)) return { decision: 'undo', members: undoable }
  const withdrawn = outcomes.filter((outcome) => outcome.can.reopenAsDraft)
  return decision === 'withdraw' && withdrawn.length > 0 ? { decision: 'reopenAsDraft', members: withdrawn } : null
}
