import { Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import classes from './platforms.module.css'

/** Reading public feeds, for the whole organization. */
export function FeedReading() {
  const t = useTranslations('accountsPlatforms.reading')
  const { done } = useNotices()
  const client = useQueryClient()
  const { data } = useQuery(trpc.accounts.settings.queryOptions())
  const save = useMutation(
    trpc.accounts.saveSettings.mutationOptions({
      onSuccess: ({ readsFeeds }) => done(t(readsFeeds ? 'on' : 'off')),
      onSettled: () => client.invalidateQueries(trpc.accounts.settings.queryFilter()),
    }),
  )
  if (!data) return null
  if (!data.canReadFeeds) return <p className={classes.nothing}>{t('impossible')}</p>
  return (
    <Switch
      label={t('label')}
      description={t('hint')}
      checked={save.isPending ? save.variables.readsFeeds : data.readsFeeds}
      onChange={(event) => save.mutate({ readsFeeds: event.currentTarget.checked })}
    />
  )
}
