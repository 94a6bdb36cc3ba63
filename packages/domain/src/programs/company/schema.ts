import { z } from 'zod'
import { Day } from '../../time/day.ts'
import { ProgramRow } from '../beside/schema.ts'
import { Cohort, GroupRow, WaveRow } from '../cohort/schema.ts'
import { ViewedDays } from '../views/schema.ts'

/**
 * A program's cohort in company: its waves, the other programs, and whoever takes part in none. `participants` and `none` are told of
 * with all their results on the program's days (`from` to `until`, both included, within the period), whatever those name, so that like
 * stands beside like. `from` after `until`: the program has no day in the period.
 */
export const CohortInCompany = Cohort.extend({
  ...ViewedDays.shape,
  from: Day,
  until: Day,
  /** Empty where it has but one. */
  waves: z.array(WaveRow),
  others: z.array(ProgramRow),
  participants: GroupRow,
  /** Of the organization's people, who never joined any; null: too few, or too few who did. */
  none: GroupRow.nullable(),
})
export type CohortInCompany = z.infer<typeof CohortInCompany>
