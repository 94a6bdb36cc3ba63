import { type AccountView, feedTextVersion } from '@oeuvre/domain/accounts/schema'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useAccountName } from './platform-names.ts'
import { useAccountsChanged } from './use-account-changes.ts'

/** What the owner says of an account: used, closed, open again; and whether its feed may be read. */
export function useAccountState() {
  const t = useTranslations('accounts')
  const nameOf = useAccountName()
  const { done } = useNotices()
  const onSettled = useAccountsChanged()
  const use = useMutation(trpc.accounts.use.mutationOptions({ onSettled }))
  const close = useMutation(trpc.accounts.close.mutationOptions({ onSettled }))
  const feed = useMutation(trpc.accounts.allowFeed.mutationOptions({ onSettled }))
  return {
    isPending: use.isPending || close.isPending || feed.isPending,
    use: ({ id }: AccountView) =>
      use.mutate(
        { id },
        {
          onSuccess: (account) => done(t('activity.used', { account: nameOf(account) }), { undo: () => use.mutate({ id, isUsed: false }) }),
        },
      ),
    close: ({ id, version }: AccountView, isClosed: boolean) =>
      close.mutate(
        { id, version, isClosed },
        {
          onSuccess: (account) =>
            done(t(isClosed ? 'activity.wasClosed' : 'activity.wasReopened', { account: nameOf(account) }), {
              undo: () => close.mutate({ id, version: account.version, isClosed: !isClosed }),
            }),
        },
      ),
    allowFeed: ({ id, version }: AccountView, isAllowed: boolean) =>
      feed.mutate(
        { id, version, isAllowed, textVersion: feedTextVersion },
        { onSuccess: (account) => done(t(isAllowed ? 'feed.allowed' : 'feed.ended', { account: nameOf(account) })) },
      ),
  }
}
