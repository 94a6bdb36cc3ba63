import type { AccountView } from '@oeuvre/domain/accounts/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useAccountName } from '../model/platform-names.ts'
import { useAccountState } from '../model/use-account-state.ts'
import classes from './agreement.module.css'

type Feed = NonNullable<AccountView['feed']>

/** What allowing means, and what came of it. */
export function AccountFeed({ account, feed }: { readonly account: AccountView; readonly feed: Feed }) {
  const t = useTranslations('accounts.feed')
  const name = useAccountName()(account)
  const { allowFeed, isPending } = useAccountState()
  return (
    <section>
      <h4>{t('title')}</h4>
      <p>{t('text')}</p>
      {feed.isAllowed && <FeedSays feed={feed} />}
      <div className={classes.ends}>
        {!feed.isAllowed && (
          <PlainAction aria-label={t('allowOf', { account: name })} loading={isPending} onClick={() => allowFeed(account, true)}>
            {t('allow')}
          </PlainAction>
        )}
        {feed.isAllowed && feed.isPaused && (
          <PlainAction loading={isPending} onClick={() => allowFeed(account, true)}>
            {t('again')}
          </PlainAction>
        )}
        {feed.isAllowed && (
          <QuietAction aria-label={t('endOf', { account: name })} disabled={isPending} onClick={() => allowFeed(account, false)}>
            {t('end')}
          </QuietAction>
        )}
      </div>
    </section>
  )
}

function FeedSays({ feed }: { readonly feed: Feed }) {
  const t = useTranslations('accounts.feed')
  const { instantDay } = useFormat()
  if (feed.failure) return <p className={classes.says}>{t(feed.isPaused ? 'paused' : 'broken', { why: t(`why.${feed.failure}`) })}</p>
  return <p className={classes.says}>{feed.readAt ? t('read', { day: instantDay(feed.readAt, 'medium') }) : t('waiting')}</p>
}
