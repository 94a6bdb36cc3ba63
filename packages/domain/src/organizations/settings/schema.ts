import { z } from 'zod'
import { requiredText } from '../../text/storable.ts'
import { Day } from '../../time/day.ts'
import { type OrganizationSettings, visibilities } from '../schema.ts'

/** Amounts in minor units of the reporting currency. */
export const SettingsInput = z.object({
  name: requiredText(120),
  timeZone: z.string().max(64),
  reportingCurrency: z.string().regex(/^[A-Z]{3}$/),
  fiscalYearStartMonth: z.int().min(1).max(12),
  weekStartsOn: z.int().min(1).max(7),
  firstAllowedDay: Day,
  secondLookMinor: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .nullable(),
  promiseDays: z.int().min(1).max(60),
  verifiedVisibility: z.enum(visibilities),
  valueVisibility: z.enum(visibilities),
  smallestGroup: z.int().min(3).max(50),
})
export type SettingsInput = z.infer<typeof SettingsInput>
export type SettingsField = keyof SettingsInput

/**
 * What is to change, all of it or a part. `was`: those fields as they were read; a field that somebody else changed since, to
 * something else, is a conflict.
 */
export const SettingsChange = SettingsInput.partial().extend({ was: SettingsInput.partial().default({}) })
export type SettingsChange = z.input<typeof SettingsChange>

export type SettingsView = {
  readonly settings: OrganizationSettings
  /** Results were counted in it: it can no longer be changed. */
  readonly isCurrencyFixed: boolean
}
