import { Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type Platform, platforms } from '@oeuvre/domain/accounts/platforms/schema'
import type { AccountView } from '@oeuvre/domain/accounts/schema'
import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { TextButton, TextLink } from '@oeuvre/ui/actions/text-link.tsx'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { usePlatformName } from '../model/platform-names.ts'
import { type RegistrySearch, useRegistry } from '../model/use-registry.ts'
import classes from './registry.module.css'

type RegistryProps = { readonly search: RegistrySearch; readonly onSearch: (next: RegistrySearch) => void }

/** Accounts of others that their owners show to this reader. */
export function Registry({ search, onSearch }: RegistryProps) {
  const t = useTranslations('accounts.registry')
  const { accounts, isPending, isFiltered, more, isLoadingMore } = useRegistry(search)
  const words = useTranslations('words')
  if (isPending) return <RegistrySkeleton />
  if (accounts.length === 0 && !isFiltered) return <p className={classes.nothing}>{t('empty')}</p>
  return (
    <>
      <Filters search={search} onSearch={onSearch} />
      {accounts.length > 0 ? (
        <AccountTable accounts={accounts} />
      ) : (
        <p className={classes.nothing} role="status">
          {t('nothing')} <TextButton onClick={() => onSearch({})}>{t('clear')}</TextButton>
        </p>
      )}
      {more && (
        <MoreButton onClick={more} loading={isLoadingMore}>
          {words('more')}
        </MoreButton>
      )}
    </>
  )
}

function RegistrySkeleton() {
  const t = useTranslations('accounts')
  return (
    <Loading label={t('loading')}>
      <RowSkeleton rows={5} widths={[28, 14, 30]} />
    </Loading>
  )
}

function Filters({ search, onSearch }: RegistryProps) {
  const t = useTranslations('accounts.registry')
  const { compare } = useFormat()
  const platformName = usePlatformName()
  const [text, setText] = useState(search.text ?? '')
  const [settled] = useDebouncedValue(text, 250)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is typed leads; the address follows and must not write back
  useEffect(() => {
    if (settled !== (search.text ?? '')) onSearch({ ...search, text: settled || undefined })
  }, [settled])
  const data = platforms
    .map((platform) => ({ value: platform as string, label: platformName(platform) }))
    .sort((a, b) => compare(a.label, b.label))
  return (
    <search className={classes.filters}>
      <TextInput
        size="sm"
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Select
        size="sm"
        aria-label={t('platform')}
        placeholder={t('allPlatforms')}
        data={data}
        value={search.platform ?? null}
        searchable
        clearable
        onChange={(next) => onSearch({ ...search, platform: platforms.find((platform: Platform) => platform === next) })}
      />
    </search>
  )
}

function AccountTable({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const t = useTranslations('accounts.registry')
  const { organization } = useShell()
  const platformName = usePlatformName()
  // A name once for several accounts; said each time to those who hear the table.
  const again = new Set(accounts.filter((account, at) => accounts[at - 1]?.owner.id === account.owner.id).map(({ id }) => id))
  return (
    <DataTable
      caption={t('title')}
      rows={accounts}
      rowKey={(account) => account.id}
      columns={[
        {
          key: 'owner',
          header: t('owner'),
          rowHeader: true,
          cell: ({ id, owner }) =>
            again.has(id) ? (
              <span className="visually-hidden">{owner.name}</span>
            ) : (
              <Link to="/$organization/people/$id" params={{ organization, id: owner.id }} className={classes.owner}>
                {owner.name}
              </Link>
            ),
        },
        {
          key: 'platform',
          header: t('platform'),
          phone: 'drop',
          oneLine: true,
          cell: (account) => account.platformName ?? platformName(account.platform),
        },
        { key: 'account', header: t('account'), cell: (account) => <AccountLink account={account} /> },
      ]}
    />
  )
}

/** On a phone the column of platforms is gone: the name stands above the handle. */
function AccountLink({ account }: { readonly account: AccountView }) {
  const platformName = usePlatformName()
  return (
    <span className={classes.account}>
      <small>{account.platformName ?? platformName(account.platform)}</small>
      {account.address && (
        <TextLink href={account.address} target="_blank" rel="noopener noreferrer">
          {account.label}
        </TextLink>
      )}
    </span>
  )
}
