import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useProgramsChanged } from './use-programs-changed.ts'

type Own = { readonly id: string; readonly ownAccountIds: readonly string[] }

/** To join, to say which accounts, to say no and to leave. Leaving can be undone; nobody else is told of either. */
export function useTakingPart({ id, ownAccountIds }: Own) {
  const t = useTranslations('programs.part')
  const { done } = useNotices()
  const refresh = useProgramsChanged()
  const back = useMutation(trpc.programs.join.mutationOptions({ onSettled: refresh }))
  const join = useMutation(trpc.programs.join.mutationOptions({ onSuccess: () => done(t('joined')), onSettled: refresh }))
  const name = useMutation(trpc.programs.join.mutationOptions({ onSuccess: () => done(t('named')), onSettled: refresh }))
  const leave = useMutation(
    trpc.programs.leave.mutationOptions({
      onSuccess: () => done(t('left'), { undo: () => back.mutate({ id, accountIds: [...ownAccountIds] }) }),
      onSettled: refresh,
    }),
  )
  const decline = useMutation(trpc.programs.leave.mutationOptions({ onSuccess: () => done(t('declined')), onSettled: refresh }))
  return {
    join: (accountIds: readonly string[]) => join.mutate({ id, accountIds: [...accountIds] }),
    name: (accountIds: readonly string[]) => name.mutate({ id, accountIds: [...accountIds] }),
    leave: () => leave.mutate({ id }),
    decline: () => decline.mutate({ id }),
    isPending: join.isPending || name.isPending || leave.isPending || decline.isPending,
  }
}
