import type { OwnPlatform } from '@oeuvre/domain/accounts/own-platforms/schema'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { useTranslations } from 'use-intl'
import { useArchiving } from '../model/use-archiving.ts'
import classes from './platforms.module.css'

type OwnPlatformsProps = { readonly platforms: readonly OwnPlatform[]; readonly onChange: (platform: OwnPlatform) => void }

/** Platforms that the organization added, and what may be done about each. */
export function OwnPlatforms({ platforms, onChange }: OwnPlatformsProps) {
  const t = useTranslations('accountsPlatforms')
  if (platforms.length === 0) return <p className={classes.nothing}>{t('none')}</p>
  return (
    <DataTable
      caption={t('own')}
      rows={platforms}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: t('name'),
          rowHeader: true,
          cell: ({ name, isArchived }) => (isArchived ? t('archivedName', { name }) : name),
        },
        {
          key: 'hosts',
          header: t('hosts'),
          cell: ({ hosts, pattern }) => (
            <span className={classes.place}>{`${hosts.join(', ')}${pattern === null ? '' : ` ${pattern}`}`}</span>
          ),
        },
        { key: 'actions', align: 'right', cell: (platform) => <Actions platform={platform} onChange={onChange} /> },
      ]}
    />
  )
}

function Actions({ platform, onChange }: { readonly platform: OwnPlatform; readonly onChange: (platform: OwnPlatform) => void }) {
  const t = useTranslations('accountsPlatforms')
  const { archive, restore, isPending } = useArchiving()
  const { name } = platform
  if (platform.isArchived)
    return (
      <TextButton aria-label={t('restoreOf', { name })} disabled={isPending} onClick={() => restore(platform)}>
        {t('restore')}
      </TextButton>
    )
  return (
    <span className={classes.actions}>
      <TextButton aria-label={t('changeOf', { name })} onClick={() => onChange(platform)}>
        {t('change')}
      </TextButton>
      <TextButton aria-label={t('archiveOf', { name })} disabled={isPending} onClick={() => archive(platform)}>
        {t('archive')}
      </TextButton>
    </span>
  )
}
