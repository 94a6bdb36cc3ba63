import type { TeamPage } from '@oeuvre/domain/people/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { FormError } from '../../../components/form-error.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { PanelPart } from '../../../components/side-panel.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useShell } from '../../../lib/shell.ts'
import { TeamSelect } from '../embed/team-select.tsx'
import { idsBelow } from '../model/team-tree.ts'
import { usePeopleChanged } from '../model/use-people-changed.ts'
import { useTeams } from '../model/use-teams.ts'
import classes from './panel.module.css'
import { usePeriodWords } from './period-words.ts'

/** Where the team stands in the chart, from a day on. */
export function PlacePart({ team }: { readonly team: TeamPage }) {
  const t = useTranslations('people')
  const words = useWords()
  const { today } = useShell()
  const { tree } = useTeams()
  const { done } = useNotices()
  const refresh = usePeopleChanged()
  const now = team.path.at(-2)?.id ?? null
  const [parentId, setParent] = useState(now)
  const [from, setFrom] = useState<string | null>(today)
  const back = useMutation(trpc.people.moveTeam.mutationOptions({ onSettled: refresh }))
  const move = useMutation(
    trpc.people.moveTeam.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess() {
        const undo = () => {
          setParent(now)
          back.mutate({ id: team.id, parentId: now, from: today })
        }
        done(t('teamForm.placed', { name: team.name }), from === today ? { undo } : {})
      },
      onSettled: refresh,
    }),
  )
  return (
    <PanelPart title={t('teamForm.place')}>
      <Placements team={team} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          move.mutate({ id: team.id, parentId, from })
        }}
      >
        <div className={classes.two}>
          <TeamSelect
            label={t('teamForm.parent')}
            clearable
            placeholder={t('teamForm.top')}
            without={idsBelow(tree, team.id)}
            value={parentId}
            onChange={setParent}
          />
          <DateField
            label={t('teamForm.placeFrom')}
            clearable
            placeholder={t('form.teamFromPlaceholder')}
            value={from}
            onChange={setFrom}
          />
        </div>
        <p className={classes.hint}>{t('teamForm.placeHint')}</p>
        <FormError>{move.isError ? describe(move.error, words) : null}</FormError>
        <div className={classes.ends}>
          <PlainAction type="submit" loading={move.isPending} disabled={parentId === now && from === today}>
            {t('teamForm.placeSubmit')}
          </PlainAction>
        </div>
      </form>
    </PanelPart>
  )
}

function Placements({ team }: { readonly team: TeamPage }) {
  const t = useTranslations('people.teamForm')
  const period = usePeriodWords()
  return (
    <ul className={classes.periods}>
      {team.placements.map((one) => (
        <li key={one.from ?? ''}>
          {one.parent?.name ?? t('top')} <span>{period(one)}</span>
        </li>
      ))}
    </ul>
  )
}
