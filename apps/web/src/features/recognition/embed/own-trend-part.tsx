import { Radio } from '@mantine/core'
import { type OwnTrend, ownTrends } from '@oeuvre/domain/recognition/settings/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import styles from '../components/awards.module.css'

/** For administrators. Ruling it out is for good and says so: it is the one choice here that has no undo. */
export function OwnTrendPart() {
  const t = useTranslations('recognition.trend')
  const client = useQueryClient()
  const { done } = useNotices()
  const { data } = useSuspenseQuery(trpc.recognition.settings.queryOptions())
  const [chosen, setChosen] = useState<OwnTrend | null>(null)
  const save = useMutation(
    trpc.recognition.saveSettings.mutationOptions({
      onSuccess: () => done(t('saved')),
      onSettled: () => {
        setChosen(null)
        return client.invalidateQueries(trpc.recognition.pathFilter())
      },
    }),
  )
  const isFinal = data.ownTrend === 'ruled-out'
  const value = chosen ?? data.ownTrend
  return (
    <SideHead title={t('title')} note={t('note')}>
      <form
        className={styles.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ ownTrend: value })
        }}
      >
        <Radio.Group aria-label={t('title')} value={value} onChange={(next) => setChosen(ownTrends.find((one) => one === next) ?? null)}>
          <div className={styles.choices}>
            {ownTrends.map((one) => (
              <Radio key={one} value={one} label={t(`${one}.label`)} description={t(`${one}.hint`)} disabled={isFinal} />
            ))}
          </div>
        </Radio.Group>
        {!isFinal && (
          <div className={styles.ends}>
            <PlainAction type="submit" loading={save.isPending} disabled={value === data.ownTrend}>
              {t('save')}
            </PlainAction>
          </div>
        )}
      </form>
    </SideHead>
  )
}
