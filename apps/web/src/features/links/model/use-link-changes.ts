import type { LinkItem } from '@oeuvre/domain/links/schema'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'

/** After any change the lists are asked again. */
export function useLinksChanged(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries(trpc.links.pathFilter())
}

/** Withdrawing, with its undo, and looking at the page that it leads to. */
export function useLinkChanges({ id }: Pick<LinkItem, 'id'>) {
  const t = useTranslations('links.detail')
  const { done } = useNotices()
  const onSettled = useLinksChanged()
  const withdraw = useMutation(trpc.links.withdraw.mutationOptions({ onSettled }))
  const check = useMutation(trpc.links.check.mutationOptions({ onSettled }))
  const restore = () => withdraw.mutate({ id, isWithdrawn: false }, { onSuccess: () => done(t('restored')) })
  return {
    isPending: withdraw.isPending,
    isChecking: check.isPending,
    withdraw: () => withdraw.mutate({ id, isWithdrawn: true }, { onSuccess: () => done(t('withdrawn'), { undo: restore }) }),
    restore,
    check: () => check.mutate({ id }),
  }
}
