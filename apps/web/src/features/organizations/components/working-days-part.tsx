import { Checkbox } from '@mantine/core'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useWorkingDays } from '../model/use-working-days.ts'
import { HolidayList } from './holiday-list.tsx'
import { HolidayProposal } from './holiday-proposal.tsx'
import classes from './settings.module.css'

/** On which days the organization works: promises are counted in them. */
export function WorkingDaysPart() {
  const t = useTranslations('organizations.workingDays')
  const words = useTranslations('words')
  const { weekdayName } = useFormat()
  const { value, change, isDirty, isPending, problem, submit, reset } = useWorkingDays()
  return (
    <SideHead title={t('title')} note={t('note')}>
      <form noValidate onSubmit={submit} className={classes.form}>
        <Checkbox.Group
          label={t('weekdays')}
          value={value.workingWeekdays.map(String)}
          onChange={(days) => change({ workingWeekdays: days.map(Number).toSorted() })}
          error={value.workingWeekdays.length === 0 ? t('weekdaysMissing') : null}
        >
          <div className={classes.weekdays}>
            {[1, 2, 3, 4, 5, 6, 7].map((day) => (
              <Checkbox key={day} value={String(day)} label={weekdayName(day)} />
            ))}
          </div>
        </Checkbox.Group>
        <HolidayList holidays={value.holidays} onChange={(holidays) => change({ holidays })} />
        <HolidayProposal holidays={value.holidays} onTake={(holidays) => change({ holidays })} />
        <FormError>{problem}</FormError>
        <div className={classes.ends}>
          <PlainAction type="submit" loading={isPending} disabled={!isDirty || value.workingWeekdays.length === 0}>
            {words('save')}
          </PlainAction>
          {isDirty && <QuietAction onClick={reset}>{t('reset')}</QuietAction>}
        </div>
      </form>
    </SideHead>
  )
}
