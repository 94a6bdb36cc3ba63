import { z } from 'zod'
import { refuse } from '../../errors/refusals.ts'
import { requiredText } from '../../text/storable.ts'
import { Day } from '../../time/day.ts'
import { Language } from '../schema.ts'

export const Holiday = z.object({ day: Day, name: requiredText(120) })
export type Holiday = z.infer<typeof Holiday>

/** On which days the organization works: what a promise is counted in. ISO weekdays, 1 Monday … 7 Sunday. */
export const WorkingDays = z.object({
  workingWeekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  holidays: z
    .array(Holiday)
    .max(600)
    .superRefine((holidays, ctx) => {
      if (new Set(holidays.map((h) => h.day)).size !== holidays.length) refuse(ctx, 'holiday-twice')
    }),
})
export type WorkingDays = z.infer<typeof WorkingDays>
/** `was`: as it was read; changed since by somebody else to something else, it is a conflict. */
export const SaveWorkingDaysInput = WorkingDays.extend({ was: WorkingDays })
export type SaveWorkingDaysInput = z.infer<typeof SaveWorkingDaysInput>

export const ProposeHolidaysInput = z.object({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  region: z.string().max(10).nullable(),
  year: z.int().min(2000).max(2100),
  language: Language,
})
export type ProposeHolidaysInput = z.infer<typeof ProposeHolidaysInput>
type Place = { readonly code: string; readonly name: string }
export type ProposedHolidays = {
  readonly countries: readonly Place[]
  readonly regions: readonly Place[]
  readonly holidays: readonly Holiday[]
}
