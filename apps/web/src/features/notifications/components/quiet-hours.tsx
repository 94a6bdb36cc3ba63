import { Checkbox, Select, TextInput } from '@mantine/core'
import type { Preferences, SavePreferencesInput } from '@oeuvre/domain/notifications/schema'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import classes from './preferences.module.css'

type PartProps = { readonly preferences: Preferences; readonly onSave: (change: SavePreferencesInput) => void }

const usual = { from: 20 * 60, to: 7 * 60 }

function clockOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** null: not a time yet. */
function minutesOf(clock: string): number | null {
  const [hours, minutes] = clock.split(':').map(Number)
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes) ? null : hours * 60 + minutes
}

/** When no mail goes out. */
export function QuietHours({ preferences, onSave }: PartProps) {
  const t = useTranslations('notifications.preferences')
  const { quietFrom, quietTo } = preferences
  const quiet = quietFrom === null || quietTo === null ? null : { from: quietFrom, to: quietTo }
  const field = (side: 'from' | 'to') =>
    quiet && (
      <TextInput
        key={`${side} ${quiet[side]}`}
        type="time"
        required
        withAsterisk={false}
        label={t(side === 'from' ? 'quietFrom' : 'quietTo')}
        defaultValue={clockOf(quiet[side])}
        onBlur={(event) => {
          const minutes = minutesOf(event.currentTarget.value)
          if (minutes !== null && minutes !== quiet[side]) onSave({ quiet: { ...quiet, [side]: minutes } })
        }}
      />
    )
  return (
    <div className={classes.part}>
      <Checkbox
        label={t('quietOn')}
        checked={quiet !== null}
        onChange={(event) => onSave({ quiet: event.currentTarget.checked ? usual : null })}
      />
      {quiet && (
        <div className={classes.beside}>
          {field('from')}
          {field('to')}
        </div>
      )}
    </div>
  )
}

/** Once a week, what waits. */
export function WeeklyLetter({ preferences, onSave }: PartProps) {
  const t = useTranslations('notifications.preferences')
  const { weekdayName } = useFormat()
  const days = Array.from({ length: 7 }, (_, at) => ({ value: String(at + 1), label: weekdayName(at + 1) }))
  return (
    <div className={classes.part}>
      <Checkbox
        label={t('digestOn')}
        checked={preferences.isDigestOn}
        onChange={(event) => onSave({ isDigestOn: event.currentTarget.checked })}
      />
      <div className={classes.beside}>
        <Select
          label={t('digestDay')}
          data={days}
          value={String(preferences.digestDay)}
          onChange={(day) => day && onSave({ digestDay: Number(day) })}
        />
      </div>
    </div>
  )
}

export function MonthLetter({ preferences, onSave }: PartProps) {
  const t = useTranslations('notifications.preferences')
  return (
    <div className={classes.part}>
      <Checkbox
        label={t('stageOn')}
        checked={preferences.isStageOn}
        onChange={(event) => onSave({ isStageOn: event.currentTarget.checked })}
      />
    </div>
  )
}
