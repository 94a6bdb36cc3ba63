import type { Refusal } from '../errors/domain-error.ts'
import { addDays } from '../time/calendar.ts'
import type { Day } from '../time/day.ts'
import { type LinkState, linkLimits } from './schema.ts'

export type LinkFacts = {
  /** What `mayLeadTo` says of its address and the organization's domains of now. */
  readonly mayLead: boolean
  /** The first moment at which it no longer works. */
  readonly expiresAt: Date | null
  readonly isWithdrawn: boolean
  readonly hasOwnerLeft: boolean
}

/** What a visitor finds at that moment. Only `working` leads anywhere. */
export function linkState({ mayLead, expiresAt, isWithdrawn, hasOwnerLeft }: LinkFacts, now: Date): LinkState {
  if (isWithdrawn) return 'withdrawn'
  if (hasOwnerLeft) return 'ended'
  if (expiresAt !== null && expiresAt <= now) return 'expired'
  return mayLead ? 'working' : 'blocked'
}

export function checkLastDay(lastDay: Day | null, today: Day): Refusal[] {
  if (lastDay === null) return []
  if (lastDay < today) return [{ code: 'last-day-over', field: 'lastDay' }]
  return lastDay > addDays(today, linkLimits.days) ? [{ code: 'period-too-long', field: 'lastDay' }] : []
}
