import type { ProgramItem } from '@oeuvre/domain/programs/schema'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useProgramsChanged } from '../model/use-programs-changed.ts'

/** Puts away, or brings back; either can be undone. */
export function ArchiveAction({ program }: { readonly program: Pick<ProgramItem, 'id' | 'version' | 'isArchived'> }) {
  const t = useTranslations('programs')
  const { done } = useNotices()
  const refresh = useProgramsChanged()
  const back = useMutation(trpc.programs.archive.mutationOptions({ onSettled: refresh }))
  const archive = useMutation(
    trpc.programs.archive.mutationOptions({
      onSuccess({ id, version }, { isArchived }) {
        done(t(isArchived ? 'putAway' : 'broughtBack'), { undo: () => back.mutate({ id, version, isArchived: !isArchived }) })
      },
      onSettled: refresh,
    }),
  )
  const { id, version, isArchived } = program
  return (
    <QuietAction onClick={() => archive.mutate({ id, version, isArchived: !isArchived })} loading={archive.isPending}>
      {t(isArchived ? 'bringBack' : 'putAwayAction')}
    </QuietAction>
  )
}
