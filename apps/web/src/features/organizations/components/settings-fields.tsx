import { Radio, Select, TextInput } from '@mantine/core'
import { currencyCodes } from '@oeuvre/domain/money/currencies'
import { visibilities } from '@oeuvre/domain/organizations/schema'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { useBeside } from '../model/use-beside.ts'
import type { SettingsForm } from '../model/use-settings-group.ts'
import classes from './settings.module.css'

type FieldsProps = { readonly settings: SettingsForm }

export function IdentityFields({ settings, slug }: FieldsProps & { readonly slug: string }) {
  const t = useTranslations('organizations.settings')
  const beside = useBeside(settings)
  const { form } = settings
  // A zone that the list does not name (UTC) can be the organization's all the same.
  const zones = [...new Set([form.values.timeZone, ...Intl.supportedValuesOf('timeZone')])]
  return (
    <>
      <TextInput label={t('name')} autoComplete="off" description={beside('name')} {...form.getInputProps('name')} />
      <p className={classes.address}>
        <b>{t('slug')}</b>
        {location.host}/{slug}
      </p>
      <Select
        label={t('timeZone')}
        description={beside('timeZone', t('timeZoneHint'))}
        searchable
        allowDeselect={false}
        limit={60}
        data={zones}
        nothingFoundMessage={t('noTimeZone')}
        {...form.getInputProps('timeZone')}
      />
    </>
  )
}

export function CalendarFields({ settings }: FieldsProps) {
  const t = useTranslations('organizations.settings')
  const beside = useBeside(settings)
  const { monthName, weekdayName } = useFormat()
  const { today } = useShell()
  const { form } = settings
  const numbered = (count: number, name: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => ({ value: String(at + 1), label: name(at + 1) }))
  return (
    <>
      <div className={classes.two}>
        <Select
          label={t('fiscalYearStartMonth')}
          description={beside('fiscalYearStartMonth')}
          allowDeselect={false}
          data={numbered(12, (month) => monthName(`2024-${String(month).padStart(2, '0')}`))}
          {...form.getInputProps('fiscalYearStartMonth')}
        />
        <Select
          label={t('weekStartsOn')}
          description={beside('weekStartsOn')}
          allowDeselect={false}
          data={numbered(7, weekdayName)}
          {...form.getInputProps('weekStartsOn')}
        />
      </div>
      <DateField
        label={t('firstAllowedDay')}
        description={beside('firstAllowedDay', t('firstAllowedDayHint'))}
        maxDate={today}
        {...form.getInputProps('firstAllowedDay')}
      />
    </>
  )
}

export function ReviewFields({ settings, isCurrencyFixed }: FieldsProps & { readonly isCurrencyFixed: boolean }) {
  const t = useTranslations('organizations.settings')
  const beside = useBeside(settings)
  const { currencyName } = useFormat()
  const { form } = settings
  return (
    <>
      <TextInput
        label={t('promiseDays')}
        description={beside('promiseDays', t('promiseHint'))}
        inputMode="numeric"
        autoComplete="off"
        rightSection={<span className={classes.unit}>{t('promiseUnit')}</span>}
        rightSectionWidth={120}
        {...form.getInputProps('promiseDays')}
      />
      <Select
        label={t('reportingCurrency')}
        description={beside('reportingCurrency', isCurrencyFixed ? t('currencyFixed') : undefined)}
        readOnly={isCurrencyFixed}
        searchable={!isCurrencyFixed}
        allowDeselect={false}
        limit={60}
        data={currencyCodes.map((code) => ({ value: code, label: `${code} · ${currencyName(code)}` }))}
        nothingFoundMessage={t('noCurrency')}
        {...form.getInputProps('reportingCurrency')}
      />
      <TextInput
        label={t('secondLook')}
        description={beside('secondLookMinor', t('secondLookHint'))}
        inputMode="decimal"
        autoComplete="off"
        rightSection={<span className={classes.unit}>{form.values.reportingCurrency}</span>}
        rightSectionWidth={64}
        {...form.getInputProps('secondLookMinor')}
      />
    </>
  )
}

export function VisibilityFields({ settings }: FieldsProps) {
  const t = useTranslations('organizations.settings')
  const beside = useBeside(settings)
  return (
    <>
      {(['verifiedVisibility', 'valueVisibility'] as const).map((field) => (
        <Radio.Group key={field} label={t(field)} description={beside(field)} {...settings.form.getInputProps(field)}>
          <div className={classes.choices}>
            {visibilities.map((one) => (
              <Radio key={one} value={one} label={t(`visibilities.${one}`)} />
            ))}
          </div>
        </Radio.Group>
      ))}
      <TextInput
        label={t('smallestGroup')}
        description={beside('smallestGroup', t('smallestGroupHint'))}
        inputMode="numeric"
        autoComplete="off"
        rightSection={<span className={classes.unit}>{t('smallestGroupUnit')}</span>}
        rightSectionWidth={120}
        {...settings.form.getInputProps('smallestGroup')}
      />
    </>
  )
}
