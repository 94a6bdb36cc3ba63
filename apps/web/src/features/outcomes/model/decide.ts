import type { DeclineReason } from '@oeuvre/domain/outcomes/review/schema'
import type { RecordVersion } from '@oeuvre/domain/outcomes/schema'
import { type Outputs, trpcClient } from '../../../lib/api.ts'

/** Decisions that are not taken without words. */
export const spoken = ['requestChanges', 'decline', 'return', 'reopen'] as const
export type Spoken = (typeof spoken)[number]
export type Silent = 'verify' | 'confirm' | 'submit' | 'withdraw' | 'reopenAsDraft' | 'undo'
export type Decision = Silent | Spoken
export type Said = { readonly words: string; readonly reasonCode: DeclineReason }
export type Decided = Outputs['review']['verify']

const unsaid: Said = { words: '', reasonCode: 'other' }

/** One decision on a set, each member as it was read. */
export function decide(decision: Decision, members: readonly RecordVersion[], { words, reasonCode } = unsaid): Promise<Decided> {
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
      return review.requestChanges.mutate({ ids, words })
    case 'decline':
      return review.decline.mutate({ ids, words, reasonCode })
    case 'return':
      return review.return.mutate({ ids, words })
    case 'reopen':
      return review.reopen.mutate({ ids, words })
  }
}
