import type { Refusal } from '../../errors/domain-error.ts'
import { undoUntil } from '../../outcomes/review/rules.ts'
import type { OutcomeState } from '../../outcomes/schema.ts'
import { saysSomething, wordsNeeded } from '../kudos/rules.ts'
import type { GiveAwardInput } from './schema.ts'

/** What a giver names. */
export type AwardedResult = {
  readonly id: string
  readonly state: OutcomeState
  readonly contributors: readonly { readonly personId: string; readonly teamIds: readonly string[] }[]
}
export type AwardFacts = {
  readonly giverId: string
  readonly results: readonly AwardedResult[]
  /** Whom it would be told; the giver is not among them. */
  readonly recipientIds: readonly string[]
}

/** Every refusal at once, each beside its field; empty: it may be given. Reach is asked before. */
export function refusalsOfAward({ personId, teamId, outcomeIds, reason }: GiveAwardInput, facts: AwardFacts): Refusal[] {
  const { giverId, results, recipientIds } = facts
  const refusals: Refusal[] = []
  if (personId === giverId) refusals.push({ code: 'award-own', field: 'personId' })
  else if (recipientIds.length === 0) refusals.push({ code: 'award-nobody', field: 'teamId' })
  const takesPart = ({ contributors }: AwardedResult) => contributors.some((one) => one.personId === giverId)
  const isOfRecipient = ({ contributors }: AwardedResult) =>
    contributors.some((one) => (personId === null ? teamId !== null && one.teamIds.includes(teamId) : one.personId === personId))
  if (outcomeIds.some((id) => !results.some((one) => one.id === id))) refusals.push({ code: 'not-found', field: 'outcomeIds' })
  else if (results.some((one) => one.state !== 'verified')) refusals.push({ code: 'award-not-verified', field: 'outcomeIds' })
  else if (results.some(takesPart)) refusals.push({ code: 'award-own-result', field: 'outcomeIds' })
  else if (!results.every(isOfRecipient)) refusals.push({ code: 'award-not-of-result', field: 'outcomeIds' })
  if (!saysSomething(reason)) refusals.push({ code: 'thanks-need-words', field: 'reason', params: { min: wordsNeeded } })
  return refusals
}

/** How long it is its recipients' alone once they were told, unless all have seen it before. Milliseconds. */
export const aloneFor = 24 * 3_600_000

export type AwardStanding = {
  /** Milliseconds since 1970. */
  readonly givenAt: number
  readonly isSeenByAll: boolean
}

/** Its recipients are told once undo has lapsed. Milliseconds since 1970. */
export function isToldOf({ givenAt }: AwardStanding, now: number): boolean {
  return now >= undoUntil(givenAt)
}

/** Whoever is recognised is told first: others may see it once all of them have seen it, or have had a day. */
export function isOpenToOthers(award: AwardStanding, now: number): boolean {
  return isToldOf(award, now) && (award.isSeenByAll || now >= undoUntil(award.givenAt) + aloneFor)
}
