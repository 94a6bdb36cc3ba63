import type { AccountView } from '@oeuvre/domain/accounts/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useAccountName } from '../model/platform-names.ts'
import { useAccountsChanged } from '../model/use-account-changes.ts'
import classes from './agreement.module.css'

/** Showing that an account is one's own: a code to place, and the check that the owner asks for. */
export function AccountProof({ account }: { readonly account: AccountView }) {
  const t = useTranslations('accounts.proof')
  const words = useWords()
  const { code, check } = useProof(account)
  if (account.provenBy)
    return (
      <section>
        <h4>{t('title')}</h4>
        <p>
          {t(`by.${account.provenBy}`)} {t('done')}
        </p>
      </section>
    )
  return (
    <section>
      <h4>{t('title')}</h4>
      <p>{t('text')}</p>
      {code.data && (
        <p className={classes.code}>
          <span>{t('code')}</span> <code>{code.data.code}</code>
        </p>
      )}
      <p className={classes.says} role="status">
        {check.data && <CheckSays result={check.data} />}
      </p>
      <FormError>{check.isError ? describe(check.error, words) : null}</FormError>
      <div className={classes.ends}>
        {code.data ? (
          <PlainAction loading={check.isPending} onClick={() => check.mutate({ id: account.id })}>
            {t('check')}
          </PlainAction>
        ) : (
          <PlainAction loading={code.isPending} onClick={() => code.mutate({ id: account.id })}>
            {t('get')}
          </PlainAction>
        )}
      </div>
    </section>
  )
}

function CheckSays({ result }: { readonly result: NonNullable<ReturnType<typeof useProof>['check']['data']> }) {
  const t = useTranslations('accounts')
  if (result.provenBy) return null
  return result.failure ? t('proof.failed', { why: t(`feed.why.${result.failure}`) }) : t('proof.missing')
}

function useProof(account: AccountView) {
  const t = useTranslations('accounts.proof')
  const name = useAccountName()(account)
  const { done } = useNotices()
  const refresh = useAccountsChanged()
  const code = useMutation(trpc.accounts.proofCode.mutationOptions())
  const check = useMutation(
    trpc.accounts.checkProof.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: async ({ provenBy }) => {
        if (!provenBy) return
        done(t('shown', { account: name }))
        await refresh()
      },
    }),
  )
  return { code, check }
}
