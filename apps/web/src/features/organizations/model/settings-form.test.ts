import { SettingsInput } from '@oeuvre/domain/organizations/settings/schema'
import { expect, test } from 'vitest'
import { createFormat } from '../../../lib/format.ts'
import { changedMeanwhile, isRefusal, isSameValues, partOf, readValues, settingsGroups, valuesOf } from './settings-form.ts'

const fr = createFormat({ locale: 'fr-FR', timeZone: 'Europe/Paris' })
const settings = {
  name: 'Atelier',
  slug: 'atelier',
  timeZone: 'Europe/Paris',
  reportingCurrency: 'EUR',
  fiscalYearStartMonth: 4,
  weekStartsOn: 1,
  firstAllowedDay: '2000-01-01',
  secondLookMinor: '15000050',
  promiseDays: 2,
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: [],
  verifiedVisibility: 'everyone',
  valueVisibility: 'reach',
  smallestGroup: 5,
} as const
const values = valuesOf(settings, fr)

test('every setting belongs to one group', () => {
  expect(Object.values(settingsGroups).flat().sort()).toEqual(Object.keys(SettingsInput.shape).sort())
})

test('what was read and not touched is what is saved', () => {
  // The working days are saved beside.
  const { slug: _, workingWeekdays: _days, holidays: _holidays, ...input } = settings
  expect(readValues(values, ',')).toEqual(input)
  expect(valuesOf({ ...settings, secondLookMinor: null }, fr).secondLookMinor).toBe('')
})

test('a threshold is read in the chosen currency and the reader’s way of writing; empty or nothing is never', () => {
  const read = (over: Partial<typeof values>) => {
    const result = readValues({ ...values, ...over }, ',')
    return isRefusal(result) ? result : result.secondLookMinor
  }
  expect(read({ secondLookMinor: '1 500,5' })).toBe('150050')
  expect(read({ secondLookMinor: '1500', reportingCurrency: 'JPY' })).toBe('1500')
  expect(read({ secondLookMinor: ' ' })).toBe(null)
  expect(read({ secondLookMinor: '0' })).toBe(null)
  expect(read({ secondLookMinor: 'a lot' })).toMatchObject({ code: 'amount-invalid', field: 'secondLookMinor' })
  expect(read({ secondLookMinor: '1,5', reportingCurrency: 'JPY' })).toMatchObject({ code: 'amount-too-precise' })
})

test('a promise or a smallest group that is no number within its bounds is left to the refusal of the schema', () => {
  const isRefused = (over: Partial<typeof values>) => !SettingsInput.safeParse(readValues({ ...values, ...over }, ',')).success
  for (const promiseDays of ['', 'two', '1.5', '-1', '100']) expect(isRefused({ promiseDays })).toBe(true)
  for (const smallestGroup of ['', '2', '51', '4.5']) expect(isRefused({ smallestGroup })).toBe(true)
  expect(isRefused({ smallestGroup: ' 3 ' })).toBe(false)
})

test('a group sends its own fields, and knows what somebody else wrote into them', () => {
  const read = readValues(values, ',')
  if (isRefusal(read)) throw new Error('unreadable')
  expect(partOf(read, 'identity')).toEqual({ name: 'Atelier', timeZone: 'Europe/Paris' })
  const stored = { ...values, name: 'Atelier Valmont', promiseDays: '5' }
  expect(changedMeanwhile(stored, values, 'identity')).toEqual(['name'])
  expect([isSameValues(stored, values), isSameValues({ ...values }, values)]).toEqual([false, true])
})
