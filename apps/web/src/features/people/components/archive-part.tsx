import type { TeamPage } from '@oeuvre/domain/people/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { PanelPart } from '../../../components/side-panel.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { usePeopleChanged } from '../model/use-people-changed.ts'

export function ArchivePart({ team }: { readonly team: TeamPage }) {
  const t = useTranslations('people.teamForm')
  const words = useWords()
  const { done } = useNotices()
  const refresh = usePeopleChanged()
  const back = useMutation(trpc.people.archiveTeam.mutationOptions({ onSettled: refresh }))
  const archive = useMutation(
    trpc.people.archiveTeam.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess(_, { id, isArchived }) {
        const undo = () => back.mutate({ id, isArchived: !isArchived })
        done(t(isArchived ? 'archived' : 'restored', { name: team.name }), { undo })
      },
      onSettled: refresh,
    }),
  )
  const change = () => archive.mutate({ id: team.id, isArchived: !team.isArchived })
  return (
    <PanelPart title={t(team.isArchived ? 'restore' : 'archive')} hint={t('archiveText')}>
      <PlainAction onClick={change} loading={archive.isPending}>
        {t(team.isArchived ? 'restore' : 'archive')}
      </PlainAction>
      <FormError>{archive.isError ? describe(archive.error, words) : null}</FormError>
    </PanelPart>
  )
}
