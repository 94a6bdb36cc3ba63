import { addDays } from '../../time/calendar.ts'
import type { Day } from '../../time/day.ts'
import type { Activity, ActivitySign } from './schema.ts'

/** Days without a sign after which an account is quiet, and after which it is abandoned. The one definition, for owners and for figures. */
export const quietAfter = 90
export const abandonedAfter = 180

/** What the owner said, or allowed to be read; days in the organization's zone, null: no such sign. */
export type Signs = {
  readonly registeredOn: Day
  /** The owner said that it is closed. */
  readonly closedOn: Day | null
  /** "I used it." */
  readonly usedOn: Day | null
  /** The latest verified result that names it. */
  readonly resultOn: Day | null
  /** The latest visit by a link shared from it. */
  readonly visitedOn: Day | null
  /** The last own post in its public feed. */
  readonly postedOn: Day | null
}

/** The first day on which it is no longer active: a sign on a day holds that day and the 89 after it. */
export function quietFrom(sign: Day): Day {
  return addDays(sign, quietAfter)
}

/**
 * The state on a day, from the latest sign up to then. Registering counts as the first sign: from then on the clock runs, for want of
 * anything else that is known. Signs after `on` are not looked at.
 */
export function activityOf(signs: Signs, on: Day): Activity {
  if (signs.closedOn !== null && signs.closedOn <= on) return { state: 'closed', sign: 'closed', since: signs.closedOn }
  // Of one day the last of these is the reason.
  const known: [ActivitySign, Day | null][] = [
    ['visit', signs.visitedOn],
    ['post', signs.postedOn],
    ['used', signs.usedOn],
    ['result', signs.resultOn],
  ]
  const latest = known.reduce<[ActivitySign, Day]>(
    (best, [sign, day]) => (day !== null && day <= on && day >= best[1] ? [sign, day] : best),
    ['registered', signs.registeredOn],
  )
  const [sign, since] = latest
  const state = on < quietFrom(since) ? 'active' : on < addDays(since, abandonedAfter) ? 'quiet' : 'abandoned'
  return { state, sign, since }
}
