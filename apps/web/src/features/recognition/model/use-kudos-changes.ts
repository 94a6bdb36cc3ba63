import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'

/** Everywhere thanks are shown. */
export function useKudosRefresh() {
  const client = useQueryClient()
  return () =>
    Promise.all([client.invalidateQueries(trpc.kudos.list.pathFilter()), client.invalidateQueries(trpc.kudos.ofPerson.pathFilter())])
}

/** Given, it can be taken back at once: nobody is told before that has lapsed. */
export function useGiving(onGiven: () => void) {
  const t = useTranslations('recognition')
  const { done } = useNotices()
  const refresh = useKudosRefresh()
  const remove = useMutation(trpc.kudos.remove.mutationOptions({ onSettled: refresh }))
  return useMutation(
    trpc.kudos.give.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: ({ id }) => {
        onGiven()
        done(t('given'), { undo: () => remove.mutate({ id }), forMs: 20_000 })
      },
      onSettled: refresh,
    }),
  )
}

export function useRemoval() {
  const t = useTranslations('recognition')
  const { done } = useNotices()
  const refresh = useKudosRefresh()
  const restore = useMutation(trpc.kudos.restore.mutationOptions({ onSettled: refresh }))
  return useMutation(
    trpc.kudos.remove.mutationOptions({
      onSuccess: ({ id }) => done(t('removed'), { undo: () => restore.mutate({ id }), forMs: 20_000 }),
      onSettled: refresh,
    }),
  )
}

export function useHiding() {
  const t = useTranslations('recognition')
  const { done } = useNotices()
  const refresh = useKudosRefresh()
  const again = useMutation(trpc.kudos.hide.mutationOptions({ onSettled: refresh }))
  return useMutation(
    trpc.kudos.hide.mutationOptions({
      onSuccess: ({ id }, { isHidden }) =>
        done(t(isHidden ? 'hiddenNow' : 'shownNow'), { undo: () => again.mutate({ id, isHidden: !isHidden }) }),
      onSettled: refresh,
    }),
  )
}
