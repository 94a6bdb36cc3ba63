import type { AccountView } from '@oeuvre/domain/accounts/schema'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useAccountName } from './platform-names.ts'

/** After any change the lists and counts are asked again. */
export function useAccountsChanged(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries(trpc.accounts.pathFilter())
}

/** Withdrawing, with its undo; erasing, which has none. */
export function useWithdrawal() {
  const t = useTranslations('accounts.own')
  const accountName = useAccountName()
  const { done } = useNotices()
  const refresh = useAccountsChanged()
  const restore = useMutation(
    trpc.accounts.restore.mutationOptions({
      onSuccess: (account) => done(t('restored', { account: accountName(account) })),
      onSettled: refresh,
    }),
  )
  const undo = ({ id, version }: AccountView) => restore.mutate({ id, version })
  const withdraw = useMutation(
    trpc.accounts.withdraw.mutationOptions({
      onSuccess: (account) =>
        account.can.restore
          ? done(t('withdrawn', { account: accountName(account) }), { undo: () => undo(account), forMs: 12_000 })
          : done(t('erased')),
      onSettled: refresh,
    }),
  )
  return {
    isPending: withdraw.isPending || restore.isPending,
    withdraw: ({ id, version }: AccountView) => withdraw.mutate({ id, version }),
    erase: ({ id, version }: AccountView) => withdraw.mutate({ id, version, eraseNow: true }),
    restore: undo,
  }
}
