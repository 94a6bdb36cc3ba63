import type { OwnPlatform } from '@oeuvre/domain/accounts/own-platforms/schema'
import { choosablePlatforms } from '@oeuvre/domain/accounts/platforms/schema'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { FeedReading } from '../components/feed-reading.tsx'
import { OwnPlatforms } from '../components/own-platforms.tsx'
import { PlatformForm } from '../components/platform-form.tsx'
import classes from '../components/platforms.module.css'
import { usePlatformName } from '../model/platform-names.ts'

/** Where accounts may be: what the product knows, and what the organization adds. */
export function Platforms() {
  const t = useTranslations('accountsPlatforms')
  usePageTitle(t('title'))
  const { compare } = useFormat()
  const platformName = usePlatformName()
  const { data } = useSuspenseQuery(trpc.accounts.platforms.queryOptions())
  const [changed, setChanged] = useState<OwnPlatform | null>(null)
  return (
    <>
      <PageHead size="title" title={t('title')} intro={t('intro')} />
      <SideHead title={t('own')} note={t('ownNote')}>
        <OwnPlatforms platforms={data.platforms} onChange={setChanged} />
      </SideHead>
      <SideHead title={changed ? t('changeOf', { name: changed.name }) : t('fresh')} note={t('freshNote')}>
        <PlatformForm key={changed?.id ?? 'new'} platform={changed} onEnd={() => setChanged(null)} />
      </SideHead>
      <SideHead title={t('reading.title')} note={t('reading.note')}>
        <FeedReading />
      </SideHead>
      <SideHead title={t('builtin')} note={t('builtinNote')}>
        <p className={classes.builtin}>{choosablePlatforms.map(platformName).sort(compare).join(', ')}</p>
      </SideHead>
    </>
  )
}
