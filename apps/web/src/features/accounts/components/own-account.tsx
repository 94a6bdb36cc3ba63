import type { AccountView } from '@oeuvre/domain/accounts/schema'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../../lib/format.ts'
import { useAccountName } from '../model/platform-names.ts'
import { useWithdrawal } from '../model/use-account-changes.ts'
import { AccountState } from './account-state.tsx'
import { Agreement } from './agreement.tsx'
import { ChangeForm } from './change-form.tsx'
import classes from './own-accounts.module.css'

/** An account of the reader's own: what it is, to what they agreed and when, what they can do about it. */
export function OwnAccount({ account }: { readonly account: AccountView }) {
  const t = useTranslations('accounts.own')
  const accountName = useAccountName()
  const [isChanging, setChanging] = useState(false)
  const [isReading, setReading] = useState(false)
  const heading = useFocusAfter(`${account.state} ${isChanging}`)
  const name = accountName(account)
  return (
    <>
      <div className={classes.head}>
        <h3 ref={heading} tabIndex={-1}>
          {account.address && account.state === 'registered' ? (
            <a href={account.address} target="_blank" rel="noopener noreferrer">
              {name}
            </a>
          ) : (
            name
          )}
        </h3>
        <span className={classes.state}>{t(`states.${account.state}`)}</span>
      </div>
      <p className={classes.facts}>
        <AccountFacts account={account} />
      </p>
      {!isChanging && <AccountState account={account} />}
      {isChanging ? (
        <ChangeForm account={account} onEnd={() => setChanging(false)} />
      ) : (
        <Actions account={account} onChange={() => setChanging(true)}>
          <TextButton aria-label={t('agreementOf', { account: name })} aria-expanded={isReading} onClick={() => setReading(!isReading)}>
            {t('agreement')}
          </TextButton>
        </Actions>
      )}
      {isReading && <Agreement account={account} />}
    </>
  )
}

/** The button that was pressed is gone: focus stays with the account it was about. */
function useFocusAfter(state: string) {
  const element = useRef<HTMLHeadingElement>(null)
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== state && document.activeElement === document.body) element.current?.focus()
    before.current = state
  }, [state])
  return element
}

function AccountFacts({ account }: { readonly account: AccountView }) {
  const t = useTranslations('accounts.own')
  const { instantDay } = useFormat()
  if (account.withdrawnAt && account.erasesAt)
    return t('withdrawnOn', { day: instantDay(account.withdrawnAt, 'medium'), erases: instantDay(account.erasesAt, 'medium') })
  const facts = [
    t('consented', { day: instantDay(account.consentedAt, 'medium') }),
    t(`purpose.${account.purpose}`),
    account.visibility && t(`visibility.${account.visibility}`),
    t(account.isProven ? 'proven' : 'stated'),
  ]
  return facts.filter((fact) => typeof fact === 'string').join(' · ')
}

type ActionsProps = { readonly account: AccountView; readonly onChange: () => void; readonly children: ReactNode }

function Actions({ account, onChange, children }: ActionsProps) {
  const t = useTranslations('accounts.own')
  const name = useAccountName()(account)
  const { withdraw, restore, erase, isPending } = useWithdrawal()
  const [isErasing, setErasing] = useState(false)
  const { can } = account
  if (isErasing)
    return (
      <div className={classes.actions}>
        <p>{t('eraseAsk')}</p>
        <TextButton disabled={isPending} onClick={() => erase(account)}>
          {t('eraseYes')}
        </TextButton>
        <TextButton autoFocus onClick={() => setErasing(false)}>
          {t('eraseNo')}
        </TextButton>
      </div>
    )
  return (
    <div className={classes.actions}>
      {can.change && (
        <TextButton aria-label={t('changeOf', { account: name })} onClick={onChange}>
          {t('change')}
        </TextButton>
      )}
      {children}
      {can.withdraw && (
        <TextButton aria-label={t('withdrawOf', { account: name })} disabled={isPending} onClick={() => withdraw(account)}>
          {t('withdraw')}
        </TextButton>
      )}
      {can.restore && (
        <TextButton disabled={isPending} onClick={() => restore(account)}>
          {t('restore')}
        </TextButton>
      )}
      {!can.withdraw && can.erase && <TextButton onClick={() => setErasing(true)}>{t('erase')}</TextButton>}
    </div>
  )
}
