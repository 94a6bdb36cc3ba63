import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Track } from '@oeuvre/ui/data/track.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePlatformName } from '../model/platform-names.ts'
import classes from './registry.module.css'

/** For executives and administrators: how many, never whose. */
export function AccountCounts() {
  const t = useTranslations('accounts.counts')
  const { data } = useSuspenseQuery(trpc.accounts.count.queryOptions())
  const { number } = useFormat()
  const platformName = usePlatformName()
  const { counts } = data
  const most = Math.max(1, ...(counts?.byPlatform.map(({ registered }) => registered) ?? []))
  return (
    <SideHead
      title={t('title')}
      note={t('note')}
      say={counts ? t('say', { registered: counts.registered, led: counts.ledToResult }) : undefined}
    >
      {counts ? (
        <DataTable
          caption={t('caption')}
          tight
          rows={counts.byPlatform}
          rowKey={({ platform }) => platform}
          columns={[
            { key: 'platform', header: t('platform'), rowHeader: true, width: '34%', cell: ({ platform }) => platformName(platform) },
            { key: 'registered', header: t('registered'), align: 'right', width: 140, cell: ({ registered }) => number(registered) },
            { key: 'bar', cell: ({ registered }) => <Track share={registered / most} /> },
          ]}
        />
      ) : (
        <p className={classes.nothing}>{t('suppressed', { count: number(data.smallestGroup) })}</p>
      )}
    </SideHead>
  )
}
