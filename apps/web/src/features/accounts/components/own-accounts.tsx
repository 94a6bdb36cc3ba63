import type { AccountView } from '@oeuvre/domain/accounts/schema'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { OwnAccount } from './own-account.tsx'
import classes from './own-accounts.module.css'

export function OwnAccounts() {
  const t = useTranslations('accounts.own')
  const { data } = useSuspenseQuery(trpc.accounts.listOwn.queryOptions())
  if (data.accounts.length === 0)
    return (
      <div className={classes.empty}>
        <h3>{t('empty')}</h3>
        <p>{t('emptyText')}</p>
      </div>
    )
  return (
    <ul className={classes.list} aria-label={t('title')}>
      {data.accounts.map((account: AccountView) => (
        <li key={account.id} data-muted={account.state !== 'registered' || undefined}>
          <OwnAccount account={account} />
        </li>
      ))}
    </ul>
  )
}
