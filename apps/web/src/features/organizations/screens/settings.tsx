import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { CalendarFields, IdentityFields, ReviewFields, VisibilityFields } from '../components/settings-fields.tsx'
import { SettingsPart } from '../components/settings-part.tsx'
import { WorkingDaysPart } from '../components/working-days-part.tsx'

/** All that an organization decides once, in five parts. */
export function Settings() {
  const t = useTranslations('organizations.settings')
  usePageTitle(t('title'))
  const { data: view } = useSuspenseQuery(trpc.organizations.settings.queryOptions())
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} size="title" />
      <SettingsPart group="identity" view={view}>
        {(settings) => <IdentityFields settings={settings} slug={view.settings.slug} />}
      </SettingsPart>
      <SettingsPart group="review" view={view}>
        {(settings) => <ReviewFields settings={settings} isCurrencyFixed={view.isCurrencyFixed} />}
      </SettingsPart>
      <WorkingDaysPart />
      <SettingsPart group="visibility" view={view}>
        {(settings) => <VisibilityFields settings={settings} />}
      </SettingsPart>
      <SettingsPart group="calendar" view={view}>
        {(settings) => <CalendarFields settings={settings} />}
      </SettingsPart>
    </>
  )
}
