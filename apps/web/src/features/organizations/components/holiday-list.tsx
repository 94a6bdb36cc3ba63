import { TextInput } from '@mantine/core'
import type { Holiday } from '@oeuvre/domain/organizations/calendar/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { withHolidays } from '../model/use-working-days.ts'
import classes from './settings.module.css'

type HolidayListProps = { readonly holidays: readonly Holiday[]; readonly onChange: (next: Holiday[]) => void }

/** Days off to come, by date; one more by hand. Those that are past stay on record. */
export function HolidayList({ holidays, onChange }: HolidayListProps) {
  const t = useTranslations('organizations.workingDays')
  const f = useFormat()
  const { today } = useShell()
  const [day, setDay] = useState<string | null>(null)
  const [name, setName] = useState('')
  const coming = holidays.filter((one) => one.day >= today)
  const isReady = day !== null && name.trim() !== ''
  function add() {
    if (day === null || !isReady) return
    onChange(withHolidays([...holidays], [{ day, name }]))
    setDay(null)
    setName('')
  }
  return (
    <section aria-label={t('holidays')}>
      <h3>{t('holidays')}</h3>
      {coming.length === 0 && <p className={classes.unit}>{t('none')}</p>}
      <ul className={classes.holidays}>
        {coming.map((one) => (
          <li key={one.day}>
            <span>
              {f.day(one.day, 'medium')} · {one.name}
            </span>
            <QuietAction
              onClick={() => onChange(holidays.filter((other) => other.day !== one.day))}
              aria-label={t('removeOf', { name: one.name })}
            >
              {t('remove')}
            </QuietAction>
          </li>
        ))}
      </ul>
      <div className={classes.two}>
        <DateField label={t('day')} minDate={today} value={day} onChange={setDay} />
        <TextInput
          label={t('name')}
          autoComplete="off"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </div>
      <PlainAction type="button" onClick={add} disabled={!isReady}>
        {t('add')}
      </PlainAction>
    </section>
  )
}
