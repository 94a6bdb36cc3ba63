import type { Rung, Side, ValueKind } from '../credits/schema.ts'
import { wholeOutcome } from '../credits/schema.ts'
import type { ErrorCode, ErrorParams, Refusal } from '../errors/domain-error.ts'
import { isMoney, toMoney } from '../money/amounts.ts'
import type { Money } from '../money/money.ts'
import { holdsDay } from '../programs/rules.ts'
import { isBlank } from '../text/storable.ts'
import type { Day } from '../time/day.ts'
import type { ContributorInput, OutcomeDraft, OutcomeState } from './schema.ts'

export type ChannelKind = 'social' | 'conventional'

/** What the rules have to know of the organization, loaded for the ids that the draft names. Who is absent from a map does not exist. */
export type OutcomeFacts = {
  readonly today: Day
  readonly firstAllowedDay: Day
  readonly authorId: string | null
  readonly types: ReadonlyMap<string, { readonly valueKind: ValueKind }>
  readonly channels: ReadonlyMap<string, { readonly kind: ChannelKind }>
  /** `leftOn`: the day from which somebody is no longer there; null: still there. */
  readonly people: ReadonlyMap<string, { readonly leftOn: Day | null }>
  /** Accounts that are not withdrawn, with their owner. */
  readonly accounts: ReadonlyMap<string, { readonly personId: string }>
  readonly skillIds: ReadonlySet<string>
  /** Those that this author sees and that are not put away. */
  readonly objectiveIds: ReadonlySet<string>
  /** Those that are not put away, with their days; null: named already, and kept whatever the day. */
  readonly programs: ReadonlyMap<string, { readonly from: Day; readonly to: Day } | null>
  /** Names of the files that may be shown: the reader's own, and those that stand there already. */
  readonly fileNames: ReadonlyMap<string, string>
}

function refusal(code: ErrorCode, field: string, params?: ErrorParams): Refusal {
  return { code, field, ...(params && { params }) }
}

/** Nobody named: the author alone. */
export function contributorsOf(draft: Pick<OutcomeDraft, 'contributors'>, authorId: string | null): readonly ContributorInput[] {
  if (draft.contributors.length > 0 || authorId === null) return draft.contributors
  return [{ personId: authorId, role: 'lead', weight: 1 }]
}

/** From what carried it. "None of these" and nothing said are both *not stated*: the four sides add up to all results. */
export function sideOf(kinds: Iterable<ChannelKind>): Side {
  const set = new Set(kinds)
  if (set.size === 2) return 'both'
  return set.values().next().value ?? 'not-stated'
}

export type Standing = {
  readonly state: OutcomeState
  readonly isMatchedToCrm: boolean
  /** A link, a file, a number in the CRM, visits of a tracked link. */
  readonly hasEvidence: boolean
  /** Those named agreed, or a second source says the same. */
  readonly isCorroborated: boolean
}

/** The highest rung of the ladder: 1 claimed, 2 evidence, 3 corroborated, 4 verified, 5 matched to CRM. */
export function rungOf(standing: Standing): Rung {
  if (standing.state === 'verified') return standing.isMatchedToCrm ? 5 : 4
  if (standing.isCorroborated) return 3
  return standing.hasEvidence || standing.isMatchedToCrm ? 2 : 1
}

/** The value of a draft, or why it cannot be read. An open value is null, which is not zero. */
export function moneyOf(draft: Pick<OutcomeDraft, 'value'>): { readonly value: Money | null; readonly refusals: readonly Refusal[] } {
  if (!draft.value) return { value: null, refusals: [] }
  const money = toMoney(draft.value)
  if (isMoney(money)) return { value: money, refusals: [] }
  const field = money.code === 'unknown-currency' ? 'value.currency' : 'value.amount'
  return { value: null, refusals: [{ ...money, field }] }
}

/** What even a draft must hold to be kept: what it names exists, and its value can be read. */
export function checkDraft(draft: OutcomeDraft, facts: OutcomeFacts): Refusal[] {
  return [...checkReferences(draft, facts), ...checkPeopleOnce(draft), ...moneyOf(draft).refusals]
}

/** All that stands between a draft and its review. Empty: it may be sent. */
export function checkSubmission(draft: OutcomeDraft, facts: OutcomeFacts): Refusal[] {
  return [
    ...checkRequired(draft),
    ...checkDraft(draft, facts),
    ...checkDays(draft, facts),
    ...checkValueKind(draft, facts),
    ...checkShares(draft, facts),
    ...checkStillThere(draft, facts),
  ]
}

/** People and shares alone: how somebody who is named sees the split. */
export function checkSplit(draft: OutcomeDraft, facts: OutcomeFacts): Refusal[] {
  const there = checkReferences(
    { ...draft, typeId: null, skillId: null, objectiveId: null, programId: null, evidence: [], channels: [], isWithoutChannel: false },
    facts,
  )
  return [...there, ...checkPeopleOnce(draft), ...checkShares({ ...draft, weightsAre: 'parts' }, facts), ...checkStillThere(draft, facts)]
}

function checkRequired(draft: OutcomeDraft): Refusal[] {
  return [
    ...(draft.typeId ? [] : [refusal('required', 'typeId')]),
    ...(isBlank(draft.subject) ? [refusal('required', 'subject')] : []),
    ...(draft.occurredOn ? [] : [refusal('required', 'occurredOn')]),
  ]
}

function checkNamedProgram({ programId, occurredOn }: OutcomeDraft, { programs }: OutcomeFacts): Refusal[] {
  if (!programId) return []
  const days = programs.get(programId)
  if (days === undefined) return [refusal('not-found', 'programId')]
  return days === null || !occurredOn || holdsDay(days, occurredOn) ? [] : [refusal('program-not-then', 'programId')]
}

function checkReferences(draft: OutcomeDraft, facts: OutcomeFacts): Refusal[] {
  const named = new Set([facts.authorId, ...draft.contributors.map((c) => c.personId)])
  const refusals: Refusal[] = []
  if (draft.typeId && !facts.types.has(draft.typeId)) refusals.push(refusal('unknown-type', 'typeId'))
  if (draft.skillId && !facts.skillIds.has(draft.skillId)) refusals.push(refusal('not-found', 'skillId'))
  if (draft.objectiveId && !facts.objectiveIds.has(draft.objectiveId)) refusals.push(refusal('not-found', 'objectiveId'))
  refusals.push(...checkNamedProgram(draft, facts))
  for (const [i, { fileId }] of draft.evidence.entries())
    if (fileId && !facts.fileNames.has(fileId)) refusals.push(refusal('file-unknown', `evidence.${i}`))
  if (draft.isWithoutChannel && draft.channels.length > 0) refusals.push(refusal('invalid-input', 'channels'))
  for (const [i, { channelId, accountId }] of draft.channels.entries()) {
    const kind = facts.channels.get(channelId)?.kind
    if (!kind) refusals.push(refusal('unknown-channel', `channels.${i}`))
    const owner = accountId ? facts.accounts.get(accountId)?.personId : undefined
    // An account is named by those it concerns: nobody else's can be attached to a result.
    if (accountId && (kind !== 'social' || !owner || !named.has(owner))) refusals.push(refusal('account-not-usable', `channels.${i}`))
  }
  for (const [i, { personId }] of draft.contributors.entries())
    if (!facts.people.has(personId)) refusals.push(refusal('not-found', `contributors.${i}.personId`))
  return refusals
}

function checkPeopleOnce(draft: OutcomeDraft): Refusal[] {
  const ids = draft.contributors.map((c) => c.personId)
  return ids.flatMap((id, i) => (ids.indexOf(id) < i ? [refusal('contributor-twice', `contributors.${i}.personId`)] : []))
}

function checkDays(draft: OutcomeDraft, { today, firstAllowedDay }: OutcomeFacts): Refusal[] {
  const refusals: Refusal[] = []
  for (const field of ['occurredOn', 'firstTouchOn'] as const)
    if ((draft[field] ?? today) > today) refusals.push(refusal('date-in-future', field, { today }))
  if (draft.occurredOn && draft.occurredOn < firstAllowedDay) refusals.push(refusal('date-too-early', 'occurredOn', { firstAllowedDay }))
  return refusals
}

function checkValueKind(draft: OutcomeDraft, facts: OutcomeFacts): Refusal[] {
  const kind = draft.typeId ? facts.types.get(draft.typeId)?.valueKind : undefined
  return kind === 'none' && draft.value ? [refusal('value-not-allowed', 'value.amount')] : []
}

function checkShares(draft: OutcomeDraft, facts: OutcomeFacts): Refusal[] {
  const contributors = contributorsOf(draft, facts.authorId)
  const leads = contributors.filter((c) => c.role === 'lead').length
  const sum = contributors.reduce((all, c) => all + c.weight, 0)
  const isWhole = draft.weightsAre === 'parts' || draft.contributors.length === 0 ? sum > 0 : sum === wholeOutcome
  return [
    ...(leads === 0 ? [refusal('no-lead', 'contributors')] : []),
    ...(leads > 1 ? [refusal('several-leads', 'contributors', { leads })] : []),
    ...(isWhole ? [] : [refusal('shares-do-not-add-up', 'contributors', { sum, whole: wholeOutcome })]),
  ]
}

/** A share is refused only to those who had left before the day of the result. */
function checkStillThere(draft: OutcomeDraft, facts: OutcomeFacts): Refusal[] {
  const day = draft.occurredOn
  if (!day) return []
  return contributorsOf(draft, facts.authorId).flatMap(({ personId }, i) => {
    const leftOn = facts.people.get(personId)?.leftOn
    return leftOn && leftOn < day ? [refusal('person-has-left', `contributors.${i}.personId`, { leftOn })] : []
  })
}
