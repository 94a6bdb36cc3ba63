import { TextInput } from '@mantine/core'
import type { StageChannelOutput } from '@oeuvre/domain/stage/channel/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { useLanguage } from '../../../lib/language.ts'
import styles from '../components/story-actions.module.css'

/** For administrators: the channel that is told of stories. Needs the words `stage`. */
export function StageChannelPart() {
  const t = useTranslations('stage.channel')
  const words = useWords()
  const language = useLanguage()
  const { done } = useNotices()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(trpc.stage.channel.queryOptions())
  const [address, setAddress] = useState('')
  const onSettled = () => client.invalidateQueries({ queryKey: trpc.stage.channel.queryKey() })
  const save = useMutation(
    trpc.stage.saveChannel.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess() {
        setAddress('')
        done(t('saved'))
      },
      onSettled,
    }),
  )
  const remove = useMutation(trpc.stage.removeChannel.mutationOptions({ onSuccess: () => done(t('removed')), onSettled }))
  return (
    <SideHead title={t('title')} note={t('note')}>
      <Standing data={data} />
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ address, language })
        }}
      >
        <TextInput
          label={t('label')}
          description={t('hint')}
          type="url"
          autoComplete="off"
          spellCheck={false}
          value={address}
          error={save.error ? describe(save.error, words) : null}
          onChange={(event) => setAddress(event.currentTarget.value)}
        />
        <div className={styles.row}>
          <PlainAction type="submit" loading={save.isPending} disabled={address.trim() === ''}>
            {t('save')}
          </PlainAction>
          {data.channel && (
            <QuietAction onClick={() => remove.mutate()} loading={remove.isPending}>
              {t('remove')}
            </QuietAction>
          )}
        </div>
      </form>
    </SideHead>
  )
}

function Standing({ data: { channel, isHeld, canSend } }: { readonly data: StageChannelOutput }) {
  const t = useTranslations('stage.channel')
  const f = useFormat()
  if (!canSend) return <Notice>{t('offline')}</Notice>
  if (isHeld) return <Notice>{t('held')}</Notice>
  if (!channel) return null
  const { kind, host, setAt, sentAt, failure, isReadable } = channel
  if (!isReadable) return <Notice tone="error">{t('unreadable', { host })}</Notice>
  return (
    <>
      <p>
        {t('now', { kind, host, day: f.instantDay(setAt) })} {sentAt && t('sent', { when: f.instant(sentAt) })}
      </p>
      {failure && <Notice>{t('failed', { when: f.instant(failure.at), reason: failure.reason, status: failure.status ?? 0 })}</Notice>}
    </>
  )
}
