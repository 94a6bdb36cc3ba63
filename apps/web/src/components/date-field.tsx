import '@mantine/dates/styles.layer.css'
import { DatePickerInput, type DatePickerInputProps, DatesProvider } from '@mantine/dates'
import 'dayjs/locale/fr'
import 'dayjs/locale/en-gb'
import { useLanguage } from '../lib/language.ts'

const settings = {
  fr: { locale: 'fr', firstDayOfWeek: 1, weekendDays: [6, 0] },
  en: { locale: 'en-gb', firstDayOfWeek: 1, weekendDays: [6, 0] },
} as const

/**
 * A day, chosen or typed with the keyboard in the calendar: value and `onChange` are YYYY-MM-DD or null. Dates are fetched with
 * the screen that asks for them, so Mantine's own pickers are imported here only.
 */
export function DateField(props: DatePickerInputProps<'default'>) {
  const language = useLanguage()
  const { locale, firstDayOfWeek, weekendDays } = settings[language]
  return (
    <DatesProvider settings={{ locale, firstDayOfWeek, weekendDays: [...weekendDays] }}>
      <DatePickerInput valueFormat="D MMMM YYYY" {...props} />
    </DatesProvider>
  )
}
