import type { SettingsField } from '@oeuvre/domain/organizations/settings/schema'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import type { SettingsForm } from './use-settings-group.ts'

/** What stands under a field: its hint or, after a conflict, what somebody else stored in it. */
export function useBeside({ meanwhile }: Pick<SettingsForm, 'meanwhile'>) {
  const t = useTranslations('organizations.settings')
  const { day, monthName, weekdayName } = useFormat()
  function say(field: SettingsField, value: string): string {
    if (field === 'firstAllowedDay') return day(value)
    if (field === 'fiscalYearStartMonth') return monthName(`2024-${value.padStart(2, '0')}`)
    if (field === 'weekStartsOn') return weekdayName(Number(value))
    if (field === 'secondLookMinor') return value || t('secondLookNever')
    if (field !== 'verifiedVisibility' && field !== 'valueVisibility') return value
    return t(`visibilities.${value === 'everyone' ? 'everyone' : 'reach'}`)
  }
  return (field: SettingsField, hint?: string) => {
    const now = meanwhile(field)
    return now === null ? hint : t('now', { value: say(field, now) })
  }
}
