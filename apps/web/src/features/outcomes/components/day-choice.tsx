import '@mantine/dates/styles.layer.css'
import { Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { Chip, ChipGroup, ChoiceChip } from '@oeuvre/ui/actions/chip.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { daysOfPosts } from '../model/pasted-links.ts'
import { useLogPage } from './log-page.ts'

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** Today, yesterday, the day of a post that was recognised, or any other: one gesture each. */
export function DayChoice() {
  const t = useTranslations('outcomesLog.when')
  const f = useFormat()
  const { form, change, today, firstAllowedDay } = useLogPage()
  const yesterday = dayBefore(today)
  const posted = daysOfPosts(form, (instant) => f.today(new Date(instant)))
    .filter((day) => day < yesterday && day >= firstAllowedDay)
    .slice(0, 2)
  const offered = [today, yesterday, ...posted]
  const isOther = form.occurredOn !== null && !offered.includes(form.occurredOn)
  const days = isOther && form.occurredOn ? [...offered, form.occurredOn] : offered
  function labelOf(day: string): string {
    if (day === today) return t('today')
    if (day === yesterday) return t('yesterday')
    const written = f.day(day, day.slice(0, 4) === today.slice(0, 4) ? 'weekday' : 'long')
    return posted.includes(day) ? t('ofPost', { day: written }) : written
  }
  return (
    <ChipGroup label={t('title')}>
      {days.map((day) => (
        <ChoiceChip key={day} name="day" value={day} checked={form.occurredOn === day} onChoose={(occurredOn) => change({ occurredOn })}>
          {labelOf(day)}
        </ChoiceChip>
      ))}
      <OtherDay />
    </ChipGroup>
  )
}

function OtherDay() {
  const t = useTranslations('outcomesLog.when')
  const { form, change, today, firstAllowedDay } = useLogPage()
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <span>
          <Chip pressed={false} onToggle={() => setOpen(!isOpen)}>
            {t('other')}
          </Chip>
        </span>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('choose')}>
        <DatePicker
          value={form.occurredOn}
          defaultDate={form.occurredOn ?? today}
          minDate={firstAllowedDay}
          maxDate={today}
          onChange={(day) => {
            if (day) change({ occurredOn: day })
            setOpen(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
