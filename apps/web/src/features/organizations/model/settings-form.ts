import type { Refusal } from '@oeuvre/domain/errors/domain-error'
import { type DecimalMark, isMoney, toMoney } from '@oeuvre/domain/money/amounts'
import { currencyDigits } from '@oeuvre/domain/money/currencies'
import type { Money } from '@oeuvre/domain/money/money'
import { type OrganizationSettings, visibilities } from '@oeuvre/domain/organizations/schema'
import type { SettingsField, SettingsInput } from '@oeuvre/domain/organizations/settings/schema'

/** What is saved together. Currency and threshold are: a threshold means nothing without its currency. */
export const settingsGroups = {
  identity: ['name', 'timeZone'],
  calendar: ['fiscalYearStartMonth', 'weekStartsOn', 'firstAllowedDay'],
  review: ['promiseDays', 'reportingCurrency', 'secondLookMinor'],
  visibility: ['verifiedVisibility', 'valueVisibility', 'smallestGroup'],
} as const satisfies Readonly<Record<string, readonly SettingsField[]>>
export type SettingsGroup = keyof typeof settingsGroups

/** As fields hold them: text. `secondLookMinor` is an amount as typed, empty for never. */
export type SettingsValues = Record<SettingsField, string>
export type AmountWriting = { readonly decimalMark: DecimalMark; readonly amount: (money: Pick<Money, 'minor' | 'digits'>) => string }

export function valuesOf(settings: OrganizationSettings, { amount }: Pick<AmountWriting, 'amount'>): SettingsValues {
  const { secondLookMinor, reportingCurrency } = settings
  return {
    name: settings.name,
    timeZone: settings.timeZone,
    reportingCurrency,
    fiscalYearStartMonth: String(settings.fiscalYearStartMonth),
    weekStartsOn: String(settings.weekStartsOn),
    firstAllowedDay: settings.firstAllowedDay,
    secondLookMinor: secondLookMinor === null ? '' : amount({ minor: secondLookMinor, digits: currencyDigits(reportingCurrency) ?? 2 }),
    promiseDays: String(settings.promiseDays),
    verifiedVisibility: settings.verifiedVisibility,
    valueVisibility: settings.valueVisibility,
    smallestGroup: String(settings.smallestGroup),
  }
}

/** A threshold of nothing would send everything to a second look: it is taken as none. */
function thresholdOf({ secondLookMinor, reportingCurrency }: SettingsValues, decimalMark: DecimalMark): string | null | Refusal {
  if (secondLookMinor.trim() === '') return null
  const money = toMoney({ amount: secondLookMinor, currency: reportingCurrency, decimalMark })
  if (!isMoney(money)) return { ...money, field: 'secondLookMinor' }
  return money.minor === '0' ? null : money.minor
}

/** The whole form as settings, or what cannot be read in it. */
export function readValues(values: SettingsValues, decimalMark: DecimalMark): SettingsInput | Refusal {
  const secondLookMinor = thresholdOf(values, decimalMark)
  if (secondLookMinor !== null && typeof secondLookMinor !== 'string') return secondLookMinor
  return {
    name: values.name,
    timeZone: values.timeZone,
    reportingCurrency: values.reportingCurrency,
    fiscalYearStartMonth: Number(values.fiscalYearStartMonth),
    weekStartsOn: Number(values.weekStartsOn),
    firstAllowedDay: values.firstAllowedDay,
    secondLookMinor,
    promiseDays: readCount(values.promiseDays),
    verifiedVisibility: visibilities.find((one) => one === values.verifiedVisibility) ?? 'reach',
    valueVisibility: visibilities.find((one) => one === values.valueVisibility) ?? 'reach',
    smallestGroup: readCount(values.smallestGroup),
  }
}

/** 0 is refused everywhere. */
function readCount(typed: string): number {
  return /^\s*\d{1,2}\s*$/.test(typed) ? Number(typed) : 0
}

export function isRefusal(result: SettingsInput | Refusal): result is Refusal {
  return 'code' in result
}

/** The fields of a group alone. */
export function partOf(settings: SettingsInput, group: SettingsGroup): Partial<SettingsInput> {
  const fields: readonly string[] = settingsGroups[group]
  return Object.fromEntries(Object.entries(settings).filter(([field]) => fields.includes(field)))
}

/** A number that is none, or out of its bounds. */
export function countOutside({ promiseDays = 1, smallestGroup = 3 }: Partial<SettingsInput>): 'promiseDays' | 'smallestGroup' | null {
  if (promiseDays < 1 || promiseDays > 60) return 'promiseDays'
  return smallestGroup < 3 || smallestGroup > 50 ? 'smallestGroup' : null
}

/** The fields of a group that somebody else stored otherwise than they stand in the form. */
export function changedMeanwhile(stored: SettingsValues, typed: SettingsValues, group: SettingsGroup): readonly SettingsField[] {
  return settingsGroups[group].filter((field) => stored[field] !== typed[field])
}

export function isSameValues(one: SettingsValues, other: SettingsValues): boolean {
  return Object.values(settingsGroups)
    .flat()
    .every((field) => one[field] === other[field])
}
