import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { FormError } from '../../../components/form-error.tsx'
import { useShell } from '../../../lib/shell.ts'
import { TeamSelect } from '../embed/team-select.tsx'
import { type Movable, useMove } from '../model/use-move.ts'
import classes from './panel.module.css'

/** A dated change of team, for one or for several; undone by moving back. */
export function MoveForm({ people, onDone }: { readonly people: readonly Movable[]; readonly onDone?: () => void }) {
  const t = useTranslations('people')
  const { today } = useShell()
  const hint = useId()
  const [teamId, setTeam] = useState<string | null>(null)
  const [from, setFrom] = useState<string | null>(today)
  const { move, problems, isPending } = useMove(() => {
    setTeam(null)
    onDone?.()
  })
  return (
    <form
      noValidate
      aria-describedby={hint}
      onSubmit={(event) => {
        event.preventDefault()
        move(people, teamId, from)
      }}
    >
      <div className={classes.two}>
        <TeamSelect
          label={t('moving.team')}
          clearable
          placeholder={t('noTeam')}
          value={teamId}
          onChange={setTeam}
          error={problems.teamId}
        />
        <DateField
          label={t('moving.from')}
          clearable
          placeholder={t('form.teamFromPlaceholder')}
          value={from}
          onChange={setFrom}
          error={problems.from}
        />
      </div>
      <p className={classes.hint} id={hint}>
        {t('moving.hint')}
      </p>
      <FormError>{problems.rest}</FormError>
      <div className={classes.ends}>
        <PlainAction type="submit" loading={isPending}>
          {t('moving.submit')}
        </PlainAction>
      </div>
    </form>
  )
}
