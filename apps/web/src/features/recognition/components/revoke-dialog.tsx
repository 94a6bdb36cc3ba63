import { Modal, Textarea } from '@mantine/core'
import { isBlank, textLimits } from '@oeuvre/domain/text/storable'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useWords } from '../../../lib/errors.ts'
import { failureOf } from '../../../lib/refusals.ts'
import { useRevoking } from '../model/use-award-changes.ts'
import styles from './awards.module.css'

/** It is not undone but revoked, with a reason that those recognised read. */
export function RevokeDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useTranslations('recognition.awards')
  const common = useTranslations('words')
  const say = useWords()
  const [reason, setReason] = useState('')
  const revoke = useRevoking(onClose)
  const [refusal] = revoke.isError ? failureOf(revoke.error).refusals : []
  return (
    <Modal opened onClose={onClose} title={t('revokeTitle')}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          revoke.mutate({ id, reason })
        }}
      >
        <Textarea
          label={t('revokeReason')}
          description={t('revokeHint')}
          data-autofocus
          autosize
          minRows={3}
          maxLength={textLimits.words}
          value={reason}
          error={refusal ? say(refusal) : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={styles.ends}>
          <PlainAction type="submit" loading={revoke.isPending} disabled={isBlank(reason)}>
            {t('revoke')}
          </PlainAction>
          <QuietAction onClick={onClose}>{common('cancel')}</QuietAction>
        </div>
      </form>
    </Modal>
  )
}
