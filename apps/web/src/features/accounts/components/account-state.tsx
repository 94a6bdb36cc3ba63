import type { AccountView } from '@oeuvre/domain/accounts/schema'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useAccountName } from '../model/platform-names.ts'
import { useAccountState } from '../model/use-account-state.ts'
import classes from './own-accounts.module.css'

/** How an account stands, and by which sign: to its owner, who can add to it by one tap. */
export function AccountState({ account }: { readonly account: AccountView }) {
  const t = useTranslations('accounts.activity')
  const { day } = useFormat()
  const name = useAccountName()(account)
  const { use, close, isPending } = useAccountState()
  const { activity } = account
  if (!activity) return null
  return (
    <div className={classes.activity} data-state={activity.state}>
      <p>
        <b>{t(activity.state)}</b> · {t(`because.${activity.sign}`, { day: day(activity.since, 'medium') })}
      </p>
      <div className={classes.actions}>
        {activity.state === 'closed' ? (
          <TextButton aria-label={t('reopenOf', { account: name })} disabled={isPending} onClick={() => close(account, false)}>
            {t('reopen')}
          </TextButton>
        ) : (
          <>
            <TextButton aria-label={t('useOf', { account: name })} disabled={isPending} onClick={() => use(account)}>
              {t('use')}
            </TextButton>
            <TextButton aria-label={t('closeOf', { account: name })} disabled={isPending} onClick={() => close(account, true)}>
              {t('close')}
            </TextButton>
          </>
        )}
      </div>
    </div>
  )
}
