import { TextInput } from '@mantine/core'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import styles from './kudos.module.css'

/** Where one's work goes when one leaves: an address that is used once. */
export function LeavingAddress() {
  const t = useTranslations('recognition.leaving')
  const words = useWords()
  const client = useQueryClient()
  const { done } = useNotices()
  const { data } = useSuspenseQuery(trpc.portfolio.leavingAddress.queryOptions())
  const [address, setAddress] = useState<string | null>(null)
  const save = useMutation(
    trpc.portfolio.saveLeavingAddress.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess(saved) {
        setAddress(null)
        done(t(saved.address === null ? 'addressErased' : 'addressSaved'))
      },
      onSettled: () => client.invalidateQueries(trpc.portfolio.leavingAddress.queryFilter()),
    }),
  )
  if (!data.canMail)
    return (
      <p className={styles.address}>
        {t('address')}
        <span className={styles.quiet}>{t('addressHintByHand')}</span>
      </p>
    )
  const typed = address ?? data.address ?? ''
  const isChanged = address !== null && address.trim() !== '' && address !== data.address
  return (
    <form
      className={styles.address}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) save.mutate({ address })
      }}
    >
      <TextInput
        type="email"
        label={t('address')}
        description={t('addressHint')}
        value={typed}
        autoComplete="off"
        error={save.isError ? describe(save.error, words) : null}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      {(isChanged || data.address !== null) && (
        <div className={styles.addressEnds}>
          {isChanged && (
            <PlainAction type="submit" loading={save.isPending}>
              {t('addressSave')}
            </PlainAction>
          )}
          {data.address !== null && <QuietAction onClick={() => save.mutate({ address: null })}>{t('addressErase')}</QuietAction>}
        </div>
      )}
    </form>
  )
}
