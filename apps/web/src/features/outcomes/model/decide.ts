import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import type { OutcomeState, RecordVersion } from '@oeuvre/domain/outcomes/schema'
import { type Outputs, trpcClient } from '../../../lib/api.ts'
import { failureOf, RefusedError } from '../../../lib/refusals.ts'

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

type Member = RecordVersion & { readonly state: OutcomeState }
/** What was decided, and what refused, each with its reasons. */
export type DecidedSet = {
  readonly outcomes: Decided['outcomes']
  readonly refused: readonly { readonly id: string; readonly error: RefusedError }[]
}

/** A second look is confirmed, or returned, by the same key that verifies, or asks for changes. */
const forSecondLook: Partial<Record<Decision, Decision>> = { verify: 'confirm', requestChanges: 'return' }

/**
 * One decision on several: the server takes a set whole or not at all, so whatever refuses is left out and the rest is asked again.
 * @throws what was thrown, where nothing could be decided or the refusal is of no member
 */
export async function decideSet(decision: Decision, members: readonly Member[], said?: Said): Promise<DecidedSet> {
  const second = forSecondLook[decision]
  const isSecond = (one: Member) => second !== undefined && one.state === 'second-look'
  const sets = members.length > 1 ? [members.filter((one) => !isSecond(one)), members.filter(isSecond)] : [members]
  const done: DecidedSet[] = []
  for (const [at, set] of sets.entries())
    if (set.length > 0) done.push(await withoutRefused(at === 1 && second ? second : decision, set, said))
  return { outcomes: done.flatMap((one) => one.outcomes), refused: done.flatMap((one) => one.refused) }
}

async function withoutRefused(decision: Decision, members: readonly Member[], said: Said | undefined): Promise<DecidedSet> {
  try {
    const { outcomes } = await decide(decision, members, said)
    return { outcomes, refused: [] }
  } catch (error) {
    const refused = refusedMembers(members, failureOf(error).refusals)
    if (members.length === 1 || refused.length === 0) throw error
    const rest = members.filter((one) => !refused.some(({ id }) => id === one.id))
    if (rest.length === 0) return { outcomes: [], refused }
    const after = await withoutRefused(decision, rest, said).catch((e: unknown) => {
      if (rest.length > 1) throw e
      return { outcomes: [], refused: rest.map(({ id }) => ({ id, error: new RefusedError(failureOf(e)) })) }
    })
    return { outcomes: after.outcomes, refused: [...refused, ...after.refused] }
  }
}

function refusedMembers(members: readonly Member[], refusals: readonly Refusal[]): DecidedSet['refused'] {
  return members.flatMap(({ id }, place) => {
    const own = refusals.filter(({ field }) => field === `ids.${place}`)
    return own.length > 0 ? [{ id, error: new RefusedError({ refusals: own, requestId: null, isLost: false }) }] : []
  })
}
