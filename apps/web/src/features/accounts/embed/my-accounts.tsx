import { ItemList } from '@oeuvre/ui/data/item-list.tsx'
import { Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useAccountName } from '../model/platform-names.ts'
import classes from './my-accounts.module.css'

/** The reader's own accounts, each with who sees it; those that were withdrawn are left to the screen of accounts. */
export function MyAccounts() {
  const t = useTranslations('accounts')
  const nameOf = useAccountName()
  const { data, isPending } = useQuery(trpc.accounts.listOwn.queryOptions())
  if (isPending)
    return (
      <Loading label={t('own.title')}>
        <RowSkeleton rows={2} widths={[46, 24]} />
      </Loading>
    )
  const accounts = data?.accounts.filter(({ state }) => state === 'registered') ?? []
  if (accounts.length === 0) return <p>{t('own.emptyText')}</p>
  return (
    <div className={classes.list}>
      <ItemList
        label={t('own.title')}
        items={accounts.map((account) => ({
          key: account.id,
          title: nameOf(account),
          below: account.visibility && t(`own.visibility.${account.visibility}`),
          end: t(`own.purpose.${account.purpose}`),
        }))}
      />
    </div>
  )
}
