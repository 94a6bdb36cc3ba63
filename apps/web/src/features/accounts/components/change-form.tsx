import { type AccountView, consentTextVersion } from '@oeuvre/domain/accounts/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useAccountName } from '../model/platform-names.ts'
import { useAccountsChanged } from '../model/use-account-changes.ts'
import { type Choices, ConsentFields } from './consent-fields.tsx'
import classes from './own-accounts.module.css'

/** Choosing anew what an account is for and who sees it, which is agreed to anew. */
export function ChangeForm({ account, onEnd }: { readonly account: AccountView; readonly onEnd: () => void }) {
  const t = useTranslations('words')
  const words = useWords()
  const [choices, setChoices] = useState<Choices>({ purpose: account.purpose, visibility: account.visibility ?? 'me', accepted: false })
  const [isConsentMissing, setConsentMissing] = useState(false)
  const save = useChange(onEnd)
  function submit(event: FormEvent) {
    event.preventDefault()
    const { purpose, visibility, accepted } = choices
    setConsentMissing(!accepted)
    if (accepted)
      save.mutate({ id: account.id, version: account.version, purpose, visibility, consent: { accepted, textVersion: consentTextVersion } })
  }
  return (
    <form onSubmit={submit} noValidate>
      <ConsentFields
        value={choices}
        onChange={(next) => {
          setConsentMissing(false)
          setChoices(next)
        }}
        error={isConsentMissing ? words({ code: 'consent-needed' }) : null}
      />
      <FormError>{save.isError ? describe(save.error, words) : null}</FormError>
      <div className={classes.ends}>
        <PlainAction type="submit" loading={save.isPending}>
          {t('save')}
        </PlainAction>
        <QuietAction onClick={onEnd}>{t('cancel')}</QuietAction>
      </div>
    </form>
  )
}

function useChange(onEnd: () => void) {
  const t = useTranslations('accounts.own')
  const accountName = useAccountName()
  const { done } = useNotices()
  const refresh = useAccountsChanged()
  return useMutation(
    trpc.accounts.changeConsent.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess(account) {
        done(t('changed', { account: accountName(account) }))
        onEnd()
      },
      onSettled: refresh,
    }),
  )
}
