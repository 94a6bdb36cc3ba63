import type { PersonBrief, TeamPage } from '@oeuvre/domain/people/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { PanelPart } from '../../../components/side-panel.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { PersonSelect } from '../embed/person-select.tsx'
import { usePeopleChanged } from '../model/use-people-changed.ts'
import classes from './panel.module.css'

type Named = Pick<PersonBrief, 'id' | 'name'>

/** Who manages the team; what they see follows at once. */
export function ManagersPart({ team }: { readonly team: TeamPage }) {
  const t = useTranslations('people.teamForm')
  const words = useWords()
  const { done } = useNotices()
  const refresh = usePeopleChanged()
  const [managers, setManagers] = useState<readonly Named[]>(team.managers)
  const before = team.managers.map((one) => one.id)
  const ids = managers.map((one) => one.id)
  const back = useMutation(trpc.people.setManagers.mutationOptions({ onSettled: refresh }))
  const save = useMutation(
    trpc.people.setManagers.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess() {
        done(t('managersSaved', { name: team.name }), {
          undo() {
            setManagers(team.managers)
            back.mutate({ id: team.id, personIds: before })
          },
        })
      },
      onSettled: refresh,
    }),
  )
  return (
    <PanelPart title={t('managers')} hint={t('managersHint')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ id: team.id, personIds: ids })
        }}
      >
        <PersonSelect
          aria-label={t('managers')}
          value={managers}
          onChange={setManagers}
          error={save.isError ? describe(save.error, words) : undefined}
        />
        <div className={classes.ends}>
          <PlainAction type="submit" loading={save.isPending} disabled={ids.join() === before.join()}>
            {t('managersSubmit')}
          </PlainAction>
        </div>
      </form>
    </PanelPart>
  )
}
