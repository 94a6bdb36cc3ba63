import type { OrganizationSettings } from '../../organizations/schema.ts'
import { localDay, startOfDay } from '../../time/calendar.ts'
import type { Day } from '../../time/day.ts'
import { addWorkingDays, workingDayBack, workingDaysBetween } from '../../time/working-days.ts'

/** What a promise is measured with. */
export type PromiseSettings = Pick<OrganizationSettings, 'timeZone' | 'promiseDays' | 'workingWeekdays' | 'holidays'>

export type Promised = {
  /** Whole working days since it was sent. */
  readonly waitingDays: number
  /** The last day that is in time. */
  readonly dueOn: Day
  /** Working days beyond the promise; 0 in time. */
  readonly lateDays: number
}

/** Where something stands that was sent at an instant (milliseconds since 1970). The promise counts working days; its last day is still in time. */
export function promiseOf(submittedAt: number, today: Day, settings: PromiseSettings): Promised {
  const sentOn = localDay(submittedAt, settings.timeZone)
  const waitingDays = workingDaysBetween(sentOn, today, settings)
  return {
    waitingDays,
    dueOn: addWorkingDays(sentOn, settings.promiseDays, settings),
    lateDays: Math.max(0, waitingDays - settings.promiseDays),
  }
}

/** The instant (milliseconds since 1970) before which one had to be sent to be late today. What SQL asks; `promiseOf` says the same. */
export function lateBefore(today: Day, settings: PromiseSettings): number {
  return startOfDay(workingDayBack(today, settings.promiseDays + 1, settings), settings.timeZone)
}

/** The same for what is on the last day of its promise, or beyond. */
export function dueBefore(today: Day, settings: PromiseSettings): number {
  return startOfDay(workingDayBack(today, settings.promiseDays, settings), settings.timeZone)
}

/**
 * How many levels up should know: 0 while the promise holds, one when it lapsed, one more for each time as long again.
 */
export function levelsDue({ lateDays }: Pick<Promised, 'lateDays'>, promiseDays: number): number {
  return Math.ceil(lateDays / promiseDays)
}
