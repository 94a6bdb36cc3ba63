import { type Kept, stored } from '@oeuvre/domain/privacy/rules'
import { type StoredKind, storedKinds } from '@oeuvre/domain/privacy/schema'
import { type Keeping, keeping } from '@oeuvre/domain/time/keeping'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from './stored.module.css'
import { StoredTables } from './stored-tables.tsx'

/** One row for each kind: what, why, for how long, who sees it, and each column behind it. From the table by which things are erased. `isWhole`: nothing is folded away. */
export function StoredList({ isWhole }: { readonly isWhole: boolean }) {
  const t = useTranslations('privacy')
  const { list } = useFormat()
  const keptWords = useKept()
  return (
    <ul className={classes.list}>
      {storedKinds.map((kind: StoredKind) => (
        <li key={kind}>
          <h2>{t(`kinds.${kind}.title`)}</h2>
          <dl>
            <div>
              <dt>{t('what')}</dt>
              <dd>{t(`kinds.${kind}.what`)}</dd>
            </div>
            <div>
              <dt>{t('why')}</dt>
              <dd>{t(`kinds.${kind}.why`)}</dd>
            </div>
            <div>
              <dt>{t('kept')}</dt>
              <dd>{stored[kind].kept.map(keptWords).join(' ')}</dd>
            </div>
            <div>
              <dt>{t('seenBy')}</dt>
              <dd>{t('self', { others: list(stored[kind].seenBy.map((one) => t(`audiences.${one}`))) })}</dd>
            </div>
          </dl>
          <StoredTables tables={stored[kind].tables} isOpen={isWhole} />
        </li>
      ))}
    </ul>
  )
}

function useKept(): (kept: Kept) => string {
  const t = useTranslations('privacy.keeping')
  const erased: Readonly<Record<string, Keeping>> = keeping
  return (kept) => {
    const period = erased[kept]
    return t(kept, { count: period === undefined ? 0 : 'days' in period ? period.days : period.months })
  }
}

/** What an organization decides itself, as it stands today. */
export function Decided() {
  const t = useTranslations('privacy.decided')
  const { list } = useFormat()
  const { settings } = useShell()
  const { data: reading } = useSuspenseQuery(trpc.accounts.settings.queryOptions())
  const { data: links } = useSuspenseQuery(trpc.links.domains.queryOptions())
  return (
    <ul className={classes.decided}>
      <li>{t(`verified.${settings.verifiedVisibility}`)}</li>
      <li>{t(`value.${settings.valueVisibility}`)}</li>
      <li>{t('smallestGroup', { count: settings.smallestGroup })}</li>
      <li>{t(reading.readsFeeds ? 'feedsOn' : 'feedsOff')}</li>
      <li>{links.domains.length > 0 ? t('domains', { domains: list(links.domains) }) : t('noDomains')}</li>
    </ul>
  )
}
