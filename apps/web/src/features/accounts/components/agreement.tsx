import type { AccountView, Agreement as Entry } from '@oeuvre/domain/accounts/schema'
import { Timeline } from '@oeuvre/ui/data/timeline.tsx'
import { LineSkeleton, Loading } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { AccountFeed } from './account-feed.tsx'
import { AccountProof } from './account-proof.tsx'
import classes from './agreement.module.css'
import { ConsentText } from './consent-fields.tsx'

/** What the owner agreed to for this account, to read again, and each change of it with its date. */
export function Agreement({ account }: { readonly account: AccountView }) {
  const t = useTranslations('accounts.agreement')
  const { data, isPending } = useQuery(trpc.accounts.agreements.queryOptions({ id: account.id }))
  const { data: settings } = useQuery(trpc.accounts.settings.queryOptions())
  return (
    <div className={classes.agreement}>
      <ConsentText version={account.consentTextVersion} />
      {account.feed && (settings?.readsFeeds || account.feed.isAllowed) && <AccountFeed account={account} feed={account.feed} />}
      {account.can.change && settings?.canReadFeeds && <AccountProof account={account} />}
      <h4>{t('history')}</h4>
      {isPending ? (
        <Loading label={t('loading')}>
          <LineSkeleton lines={2} />
        </Loading>
      ) : (
        <History entries={data?.agreements ?? []} />
      )}
    </div>
  )
}

function History({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useTranslations('accounts')
  const { instant } = useFormat()
  return (
    <Timeline
      label={t('agreement.history')}
      items={entries.toReversed().map((entry) => ({
        key: `${entry.at} ${entry.action}`,
        at: instant(entry.at),
        dateTime: entry.at,
        weighty: entry.action === 'given' || entry.action === 'withdrawn',
        children: (
          <>
            <b>{t(`agreement.actions.${entry.action}`)}</b>
            {(entry.action === 'given' || entry.action === 'changed' || entry.action === 'restored') && (
              <span>
                {t('agreement.said', {
                  purpose: t(`own.purpose.${entry.purpose}`),
                  visibility: t(`own.visibility.${entry.visibility}`),
                  text: entry.textVersion,
                })}
              </span>
            )}
          </>
        ),
      }))}
    />
  )
}
