import { Radio } from '@mantine/core'
import { parseImpactFilter } from '@oeuvre/domain/impact/schema'
import { type Cadence, cadences, type Paper, papers } from '@oeuvre/domain/reports/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useWords } from '../../../lib/errors.ts'
import type { Search } from '../../../lib/search.ts'
import { useShell } from '../../../lib/shell.ts'
import { PersonSelect } from '../../people/embed/person-select.tsx'
import { useReportActions } from '../model/use-reports.ts'
import classes from './reports.module.css'

type Named = { readonly id: string; readonly name: string }
type FormProps = { readonly search: Search; readonly hasPdf: boolean; readonly onDone: () => void }

/** What is sent after each month or quarter: the page with the filters in the address, to oneself or, for executives, to others. */
export function ScheduleForm({ search, hasPdf, onDone }: FormProps) {
  const t = useTranslations('reports')
  const words = useTranslations('words')
  const { roles, person } = useShell()
  const say = useWords()
  const { save } = useReportActions()
  const [id] = useState(() => crypto.randomUUID())
  const [cadence, setCadence] = useState<Cadence>('month')
  const [paper, setPaper] = useState<Paper>('a4')
  const [people, setPeople] = useState<readonly Named[]>([person])
  function keep(event: FormEvent) {
    event.preventDefault()
    if (people.length === 0) return
    const { period: _, asOf: __, ...filter } = parseImpactFilter(search)
    save.mutate({ id, cadence, paper, filter, recipients: people.map((one) => one.id) }, { onSuccess: onDone })
  }
  return (
    <form className={classes.form} onSubmit={keep} noValidate>
      <Choice label={t('schedules.cadence')} value={cadence} all={cadences} onPick={setCadence} say={(one) => t(`schedules.${one}`)} />
      {hasPdf && <Choice label={t('schedules.paper')} value={paper} all={papers} onPick={setPaper} say={(one) => t(`papers.${one}`)} />}
      {roles.includes('executive') && (
        <PersonSelect
          label={t('schedules.others')}
          description={t('schedules.othersHint')}
          value={people}
          onChange={setPeople}
          error={people.length === 0 ? say({ code: 'required' }) : null}
        />
      )}
      <div className={classes.ends}>
        <PlainAction type="submit" loading={save.isPending}>
          {t('schedules.keep')}
        </PlainAction>
        <QuietAction onClick={onDone}>{words('cancel')}</QuietAction>
      </div>
    </form>
  )
}

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly all: readonly T[]
  readonly onPick: (one: T) => void
  readonly say: (one: T) => string
}

function Choice<T extends string>({ label, value, all, onPick, say }: ChoiceProps<T>) {
  return (
    <Radio.Group
      label={label}
      value={value}
      onChange={(next) => {
        const one = all.find((known) => known === next)
        if (one) onPick(one)
      }}
    >
      <div className={classes.choices}>
        {all.map((one) => (
          <Radio key={one} value={one} label={say(one)} />
        ))}
      </div>
    </Radio.Group>
  )
}
