import type { Refusal } from '../../errors/domain-error.ts'
import { type Actor, hasRole } from '../../organizations/schema.ts'
import { isDecider, type OutcomeRecord, visibilityOf } from '../policy.ts'
import type { OutcomeState } from '../schema.ts'

/** States in which those named can say whether it is right, and in which an objection can be settled. */
export const answerableStates: readonly OutcomeState[] = ['submitted', 'second-look', 'changes-requested', 'verified']

function stateRefusal(actor: Actor, record: OutcomeRecord): Refusal | null {
  if (!visibilityOf(actor, record).isVisible) return { code: 'not-found' }
  return answerableStates.includes(record.state) ? null : { code: 'state-changed', params: { state: record.state } }
}

/** Everybody who is named, also for thanks only, but for the author, whose word it is. */
export function answerRefusal(actor: Actor, record: OutcomeRecord): Refusal | null {
  const refusal = stateRefusal(actor, record)
  if (refusal) return refusal
  const isNamed = actor.kind === 'person' && record.contributors.some((c) => c.personId === actor.personId)
  return isNamed && actor.personId !== record.authorId ? null : { code: 'forbidden' }
}

/** The author may take another split as long as the form is theirs; then, and once it is verified, whoever decides. */
export function settleRefusal(actor: Actor, record: OutcomeRecord): Refusal | null {
  const refusal = stateRefusal(actor, record)
  if (refusal) return refusal
  if (isDecider(actor, record)) return null
  const isAuthor = actor.personId !== null && actor.personId === record.authorId
  if (isAuthor && (record.state === 'submitted' || record.state === 'changes-requested')) return null
  const isNamed = record.contributors.some((c) => c.personId === actor.personId)
  const couldDecide = hasRole(actor, 'reviewer') || record.leadChain.some((t) => t.managerIds.includes(actor.personId ?? ''))
  return { code: couldDecide && (isAuthor || isNamed) ? 'own-result' : 'forbidden' }
}
