import type { Refusal } from '../errors/domain-error.ts'
import { isMoney, toMoney } from '../money/amounts.ts'
import { daysBetween } from '../time/calendar.ts'
import type { Day } from '../time/day.ts'
import { objectiveLimits, type SaveObjectiveInput } from './schema.ts'
import { chainAbove, type Node, servedBy, wouldCycle } from './tree/rules.ts'

/** What the rules have to know, loaded for the ids that the input names. Who or what is absent does not exist. */
export type ObjectiveFacts = {
  readonly reportingCurrency: string
  /** Every objective of the organization, as it stands. */
  readonly nodes: readonly Node[]
  /** Those that the reader sees. */
  readonly seen: ReadonlySet<string>
  readonly team: { readonly isArchived: boolean } | null
  readonly owner: { readonly leftOn: Day | null } | null
  readonly typeIds: ReadonlySet<string>
  readonly today: Day
}

/** In whole results or in minor units of the reporting currency; or why it cannot be read. At least one. */
export function targetOf(
  { measure, target, decimalMark }: Pick<SaveObjectiveInput, 'measure' | 'target' | 'decimalMark'>,
  currency: string,
): bigint | Refusal {
  if (target.trim() === '') return { code: 'required', field: 'target' }
  const money = toMoney({ amount: target, currency, decimalMark })
  if (!isMoney(money)) return { ...money, field: 'target' }
  const unit = 10n ** BigInt(money.digits)
  const minor = BigInt(money.minor)
  const isCount = measure === 'results'
  if (minor <= 0n || (isCount && minor % unit !== 0n)) return { code: 'target-invalid', field: 'target' }
  const amount = isCount ? minor / unit : minor
  if (isCount && amount > BigInt(objectiveLimits.results))
    return { code: 'amount-too-large', field: 'target', params: { max: objectiveLimits.results } }
  return amount
}

/** All that is wrong with it, each beside its field. Empty: it may be kept. */
export function checkObjective(input: SaveObjectiveInput, facts: ObjectiveFacts): Refusal[] {
  const target = targetOf(input, facts.reportingCurrency)
  return [...(typeof target === 'bigint' ? [] : [target]), ...checkPeriod(input), ...checkNamed(input, facts), ...checkParent(input, facts)]
}

function checkPeriod({ from, to }: SaveObjectiveInput): Refusal[] {
  if (to < from) return [{ code: 'period-reversed', field: 'to' }]
  return daysBetween(from, to) < objectiveLimits.days ? [] : [{ code: 'period-too-long', field: 'to' }]
}

function checkNamed(input: SaveObjectiveInput, { team, owner, typeIds, today }: ObjectiveFacts): Refusal[] {
  const refusals: Refusal[] = []
  if (input.teamId !== null && !team) refusals.push({ code: 'not-found', field: 'teamId' })
  if (team?.isArchived) refusals.push({ code: 'team-archived', field: 'teamId' })
  if (!owner) refusals.push({ code: 'not-found', field: 'ownerId' })
  else if (owner.leftOn !== null && owner.leftOn <= today)
    refusals.push({ code: 'person-has-left', field: 'ownerId', params: { leftOn: owner.leftOn } })
  if (input.typeIds.some((id) => !typeIds.has(id))) refusals.push({ code: 'unknown-type', field: 'typeIds' })
  return refusals
}

function checkParent({ id, parentId }: SaveObjectiveInput, { nodes, seen }: ObjectiveFacts): Refusal[] {
  if (parentId === null) return []
  if (!seen.has(parentId)) return [{ code: 'not-found', field: 'parentId' }]
  if (parentId === id || wouldCycle(nodes, id, parentId)) return [{ code: 'objective-cycle', field: 'parentId' }]
  const moved = [...nodes.filter((node) => node.id !== id), { id, parentId }]
  const isTooMany = chainAbove(moved, parentId).some((above) => servedBy(moved, above).length - 1 > objectiveLimits.below)
  return isTooMany ? [{ code: 'objective-full', field: 'parentId', params: { max: objectiveLimits.below } }] : []
}
