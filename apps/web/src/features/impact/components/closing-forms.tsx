import { Textarea, TextInput } from '@mantine/core'
import type { Closing } from '@oeuvre/domain/impact/closing/schema'
import { textLimits } from '@oeuvre/domain/text/storable'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import styles from './closing.module.css'

function useClosingsChanged() {
  const client = useQueryClient()
  return () => client.invalidateQueries(trpc.impact.closings.pathFilter())
}

/** Keeps the figures as they stand; taken back as easily, with words that say so. */
export function CloseForm({ from, to }: { readonly from: string; readonly to: string }) {
  const t = useTranslations('closing')
  const words = useWords()
  const { done } = useNotices()
  const refresh = useClosingsChanged()
  const [note, setNote] = useState('')
  const reopen = useMutation(trpc.impact.reopenClosing.mutationOptions({ onSettled: refresh }))
  const close = useMutation(
    trpc.impact.close.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: ({ id }) => done(t('closed'), { undo: () => reopen.mutate({ id, words: t('takenBack') }) }),
      onSettled: refresh,
    }),
  )
  function send(event: FormEvent) {
    event.preventDefault()
    close.mutate({ from, to, note })
  }
  return (
    <form noValidate onSubmit={send} className={styles.form} data-print="hide">
      <TextInput
        label={t('noteField')}
        description={t('noteHint')}
        autoComplete="off"
        maxLength={textLimits.line}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <FormError>{close.error ? describe(close.error, words) : ''}</FormError>
      <PlainAction type="submit" loading={close.isPending}>
        {t('close')}
      </PlainAction>
    </form>
  )
}

/** Not without a reason, which stays readable beside the closing. */
export function ReopenForm({ closing }: { readonly closing: Closing }) {
  const t = useTranslations('closing')
  const words = useWords()
  const { done } = useNotices()
  const refresh = useClosingsChanged()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState('')
  const reopen = useMutation(
    trpc.impact.reopenClosing.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: () => done(t('reopened')),
      onError: (error) => setProblem(describe(error, words)),
      onSettled: refresh,
    }),
  )
  function send(event: FormEvent) {
    event.preventDefault()
    if (reason.trim() === '') setProblem(words({ code: 'words-required' }))
    else reopen.mutate({ id: closing.id, words: reason })
  }
  if (!isOpen)
    return (
      <div className={styles.reopen} data-print="hide">
        <QuietAction onClick={() => setOpen(true)}>{t('reopen')}</QuietAction>
      </div>
    )
  return (
    <form noValidate onSubmit={send} className={styles.form} data-print="hide">
      <Textarea
        autosize
        minRows={2}
        data-autofocus
        label={t('reopenWords')}
        description={t('reopenHint')}
        maxLength={textLimits.line}
        error={problem || null}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <PlainAction type="submit" loading={reopen.isPending}>
        {t('reopenSend')}
      </PlainAction>
    </form>
  )
}
