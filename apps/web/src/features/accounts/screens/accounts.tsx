import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useTranslations } from 'use-intl'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { AccountCounts } from '../components/account-counts.tsx'
import { MonthlyQuestion } from '../components/monthly-question.tsx'
import { OwnAccounts } from '../components/own-accounts.tsx'
import { RegisterForm } from '../components/register-form.tsx'
import { Registry } from '../components/registry.tsx'
import type { RegistrySearch } from '../model/use-registry.ts'

type AccountsProps = { readonly search: RegistrySearch; readonly onSearch: (next: RegistrySearch) => void }

/** One's own accounts first; then those that others show; numbers for those whom their role gives numbers. */
export function Accounts({ search, onSearch }: AccountsProps) {
  const t = useTranslations('accounts')
  const { can } = useShell()
  usePageTitle(t('title'))
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} />
      <SideHead title={t('register.title')} note={t('register.note')}>
        <RegisterForm />
      </SideHead>
      <SideHead title={t('own.title')} note={t('own.note')}>
        <OwnAccounts />
        <MonthlyQuestion />
      </SideHead>
      <SideHead title={t('registry.title')} note={t('registry.note')}>
        <Registry search={search} onSearch={onSearch} />
      </SideHead>
      {can['account.count'] && <AccountCounts />}
    </>
  )
}
