import type { Refusal } from '../errors/domain-error.ts'
import { isMoney, toMoney } from '../money/amounts.ts'
import { daysBetween } from '../time/calendar.ts'
import type { Day } from '../time/day.ts'
import { programLimits, type SaveProgramInput } from './schema.ts'

/** What the rules have to know, loaded for the ids that the input names. Who or what is absent does not exist. */
export type ProgramFacts = {
  readonly reportingCurrency: string
  /** Of those that the reader sees and that are not put away. */
  readonly objectiveIds: ReadonlySet<string>
  readonly channelIds: ReadonlySet<string>
  readonly people: ReadonlyMap<string, { readonly leftOn: Day | null }>
  readonly today: Day
}
type Period = { readonly from: Day; readonly to: Day }

/** In minor units of the reporting currency; null: none was said; or why it cannot be read. */
export function budgetOf(
  { budget, decimalMark }: Pick<SaveProgramInput, 'budget' | 'decimalMark'>,
  currency: string,
): bigint | null | Refusal {
  if (budget.trim() === '') return null
  const money = toMoney({ amount: budget, currency, decimalMark })
  return isMoney(money) ? BigInt(money.minor) : { ...money, field: 'budget' }
}

/** All that is wrong with it, each beside its field. Empty: it may be kept. */
export function checkProgram(input: SaveProgramInput, facts: ProgramFacts): Refusal[] {
  const budget = budgetOf(input, facts.reportingCurrency)
  const refusals: Refusal[] = budget !== null && typeof budget !== 'bigint' ? [budget] : []
  if (input.to < input.from) refusals.push({ code: 'period-reversed', field: 'to' })
  else if (daysBetween(input.from, input.to) >= programLimits.days) refusals.push({ code: 'period-too-long', field: 'to' })
  if (input.objectiveId !== null && !facts.objectiveIds.has(input.objectiveId)) refusals.push({ code: 'not-found', field: 'objectiveId' })
  if (input.channelIds.some((id) => !facts.channelIds.has(id))) refusals.push({ code: 'unknown-channel', field: 'channelIds' })
  return [
    ...refusals,
    ...checkPerson(input.ownerId, 'ownerId', facts),
    ...input.coachIds.flatMap((id) => checkPerson(id, 'coachIds', facts)),
  ]
}

function checkPerson(id: string, field: 'ownerId' | 'coachIds', { people, today }: ProgramFacts): Refusal[] {
  const person = people.get(id)
  if (!person) return [{ code: 'not-found', field }]
  const { leftOn } = person
  return leftOn !== null && leftOn <= today ? [{ code: 'person-has-left', field, params: { leftOn } }] : []
}

/** Whether a result of that day may name it: both ends are included. */
export function holdsDay({ from, to }: Period, day: Day): boolean {
  return from <= day && day <= to
}

/** 1 to `waves`: the period in so many parts of even length; before it the first, after it the last. */
export function waveOf({ from, to, waves }: Period & { readonly waves: number }, day: Day): number {
  const days = daysBetween(from, to) + 1
  const at = Math.floor((daysBetween(from, day) * waves) / days) + 1
  return Math.min(Math.max(at, 1), waves)
}
