import type { RecordVersion } from '@oeuvre/domain/outcomes/schema'
import { type Outputs, trpcClient } from '../../../lib/api.ts'

/** Decisions that are not taken without words. */
export const spoken = ['requestChanges', 'decline', 'return', 'reopen'] as const
export type Spoken = (typeof spoken)[number]
export type Silent = 'verify' | 'confirm' | 'submit' | 'withdraw' | 'reopenAsDraft' | 'undo'
export type Decision = Silent | Spoken
/** `reasonId` where the decision asks for a reason of the list. */
export type Said = { readonly words: string; readonly reasonId: string }
export type Decided = Outputs['review']['verify']

const unsaid: Said = { words: '', reasonId: '' }

/** One decision on a set, each member as it was read. */
export function decide(decision: Decision, members: readonly RecordVersion[], { words, reasonId } = unsaid): Promise<Decided> {
  const ids = members.map(({ id, version }) => ({ id, version }))
  const { outcomes, review } = trpcClient
  switch (decision) {
    case 'verify':
      return review.verify.mutate({ ids })
    case 'confirm':
      return review.confirm.mutate({ ids })
    case 'undo':
      return review.undo.mutate({ ids })
    case 'submit':
      return outcomes.submit.mutate({ ids })
    case 'withdraw':
      return outcomes.withdraw.mutate({ ids })
    case 'reopenAsDraft':
      return outcomes.reopenAsDraft.mutate({ ids })
    case 'requestChanges':
      return review.requestChanges.mutate({ ids, words, reasonId })
    case 'decline':
      return review.decline.mutate({ ids, words, reasonId })
    case 'return':
      return review.return.mutate({ ids, words })
    case 'reopen':
      return review.reopen.mutate({ ids, words })
  }
}
