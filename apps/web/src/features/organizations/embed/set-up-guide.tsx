import { RowHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import { SetUpList } from '../components/set-up-list.tsx'
import { isNewOrganization } from '../model/set-up-steps.ts'
import { setUpQuery } from './set-up-query.ts'

/** For administrators of an organization that is not yet going; otherwise nothing. */
export function SetUpGuide() {
  const t = useTranslations('organizations.guide')
  const { organization, can } = useShell()
  const { data } = useQuery({ ...setUpQuery(), enabled: can['organization.administer'] })
  if (!can['organization.administer'] || !data || !isNewOrganization(data)) return null
  const all = (
    <ScreenLink look="more" to="/$organization/admin" params={{ organization }}>
      {t('title')}
    </ScreenLink>
  )
  return (
    <RowHead title={t('home')} end={all}>
      <SetUpList progress={data} />
    </RowHead>
  )
}
