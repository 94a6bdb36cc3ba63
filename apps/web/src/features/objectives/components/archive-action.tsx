import type { ObjectiveItem } from '@oeuvre/domain/objectives/schema'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useObjectivesChanged } from '../model/use-objectives-changed.ts'

/** Puts away, or brings back; either can be undone. */
export function ArchiveAction({ objective }: { readonly objective: Pick<ObjectiveItem, 'id' | 'version' | 'isArchived'> }) {
  const t = useTranslations('objectives')
  const { done } = useNotices()
  const refresh = useObjectivesChanged()
  const back = useMutation(trpc.objectives.archive.mutationOptions({ onSettled: refresh }))
  const archive = useMutation(
    trpc.objectives.archive.mutationOptions({
      onSuccess({ id, version }, { isArchived }) {
        done(t(isArchived ? 'putAway' : 'broughtBack'), { undo: () => back.mutate({ id, version, isArchived: !isArchived }) })
      },
      onSettled: refresh,
    }),
  )
  const { id, version, isArchived } = objective
  return (
    <QuietAction onClick={() => archive.mutate({ id, version, isArchived: !isArchived })} loading={archive.isPending}>
      {t(isArchived ? 'bringBack' : 'putAwayAction')}
    </QuietAction>
  )
}
