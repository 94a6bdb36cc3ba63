import { z } from 'zod'
import { Day } from '../../time/day.ts'

export const activityStates = ['active', 'quiet', 'abandoned', 'closed'] as const
/** What the state rests on. */
export const activitySigns = ['registered', 'used', 'result', 'visit', 'post', 'closed'] as const
export type ActivitySign = (typeof activitySigns)[number]

/** How an account stands, and by which sign of which day; shown to its owner. */
export const Activity = z.object({ state: z.enum(activityStates), sign: z.enum(activitySigns), since: Day })
export type Activity = z.infer<typeof Activity>
