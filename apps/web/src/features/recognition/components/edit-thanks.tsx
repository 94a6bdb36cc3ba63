import { Textarea } from '@mantine/core'
import type { KudosItem } from '@oeuvre/domain/recognition/kudos/schema'
import { textLimits } from '@oeuvre/domain/text/storable'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useWords } from '../../../lib/errors.ts'
import { failureOf } from '../../../lib/refusals.ts'
import { useKudosRefresh } from '../model/use-kudos-changes.ts'
import styles from './kudos.module.css'

export function EditThanks({ kudos, onDone }: { readonly kudos: KudosItem; readonly onDone: () => void }) {
  const t = useTranslations('recognition')
  const common = useTranslations('words')
  const say = useWords()
  const [text, setText] = useState(kudos.text)
  const refresh = useKudosRefresh()
  const edit = useMutation(
    trpc.kudos.edit.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess: async () => {
        await refresh()
        onDone()
      },
    }),
  )
  const [refusal] = edit.isError ? failureOf(edit.error).refusals : []
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        edit.mutate({ id: kudos.id, text })
      }}
    >
      <Textarea
        aria-label={t('editOf')}
        value={text}
        maxLength={textLimits.thanks}
        autosize
        autoFocus
        minRows={2}
        error={refusal ? say(refusal) : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.ends}>
        <PlainAction type="submit" loading={edit.isPending} disabled={text.trim() === ''}>
          {t('save')}
        </PlainAction>
        <QuietAction onClick={onDone}>{common('cancel')}</QuietAction>
      </div>
    </form>
  )
}
