import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import type { Outputs } from '../../../lib/api.ts'
import { trpc } from '../../../lib/api.ts'

type Award = Outputs['awards']['list']['awards'][number]

function useAwardsRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries(trpc.awards.pathFilter())
}

/** Given, it can be taken back at once: nobody is told before that has lapsed. */
export function useGivingAward(onGiven: () => void) {
  const t = useTranslations('recognition.awards')
  const { done } = useNotices()
  const refresh = useAwardsRefresh()
  const takeBack = useTakingBack()
  return useMutation(
    trpc.awards.give.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: ({ id }) => {
        done(t('given'), { undo: () => takeBack.mutate({ id }), forMs: 20_000 })
        onGiven()
      },
      onSettled: refresh,
    }),
  )
}

export function useTakingBack() {
  const t = useTranslations('recognition.awards')
  const { done } = useNotices()
  return useMutation(trpc.awards.takeBack.mutationOptions({ onSuccess: () => done(t('takenBack')), onSettled: useAwardsRefresh() }))
}

export function useHidingAward() {
  return useMutation(trpc.awards.hide.mutationOptions({ onSettled: useAwardsRefresh() }))
}

export function useRevoking(onDone: () => void) {
  const refresh = useAwardsRefresh()
  return useMutation(trpc.awards.revoke.mutationOptions({ meta: { showsItsErrors: true }, onSuccess: onDone, onSettled: refresh }))
}

/** Whoever is recognised and reads it has seen it: from then on the others may. */
export function useSeen(awards: readonly Award[]) {
  const { mutate } = useMutation(trpc.awards.seen.mutationOptions({ meta: { showsItsErrors: true } }))
  const unseen = awards.flatMap((one) => (one.isUnseen ? one.id : [])).join()
  useEffect(() => {
    if (unseen !== '') mutate({ ids: unseen.split(',') })
  }, [unseen, mutate])
}
