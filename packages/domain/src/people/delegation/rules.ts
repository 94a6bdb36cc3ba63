import type { Refusal } from '../../errors/domain-error.ts'
import { type Actor, hasRole } from '../../organizations/schema.ts'
import type { Day } from '../../time/day.ts'
import type { DelegateInput } from './schema.ts'

/** A manager for themself, an administrator for anybody. Standing in for somebody gives no right to hand that on. */
export function mayDelegateFor(actor: Pick<Actor, 'personId' | 'roles'>, personId: string): boolean {
  return hasRole(actor, 'administrator') || actor.personId === personId
}

/** What is wrong with the days and the two people; null: nothing. */
export function delegationRefusal(input: Pick<DelegateInput, 'personId' | 'delegateId' | 'fromDay' | 'toDay'>, today: Day): Refusal | null {
  if (input.personId === input.delegateId) return { code: 'invalid-input', field: 'delegateId' }
  if (input.toDay < input.fromDay || input.toDay < today) return { code: 'last-day-too-early', field: 'toDay' }
  return null
}
