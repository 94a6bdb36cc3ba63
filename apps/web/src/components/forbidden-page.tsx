import { use } from 'react'
import { useTranslations } from 'use-intl'
import { useShell } from '../lib/shell.ts'
import { FrameContext, NoticePage } from './notice-page.tsx'
import { PlainLink, ScreenLink } from './screen-links.tsx'

/** A page of other roles: whom to ask, or, for those who give roles, where. */
export function ForbiddenPage() {
  const isFramed = use(FrameContext)
  return isFramed ? <InOrganization /> : <Refused />
}

function Refused() {
  const t = useTranslations('shell')
  return (
    <NoticePage title={t('failed.forbidden')} actions={<PlainLink to="/">{t('notFound.home')}</PlainLink>}>
      {t('failed.forbiddenText')}
    </NoticePage>
  )
}

function InOrganization() {
  const t = useTranslations('shell')
  const { organization, can } = useShell()
  const home = (
    <PlainLink to="/$organization" params={{ organization }}>
      {t('notFound.home')}
    </PlainLink>
  )
  return (
    <NoticePage title={t('failed.forbidden')} actions={home}>
      {can['access.administer']
        ? t.rich('failed.forbiddenGiver', {
            access: (words) => (
              <ScreenLink to="/$organization/admin/access" params={{ organization }}>
                {words}
              </ScreenLink>
            ),
          })
        : t('failed.forbiddenText')}
    </NoticePage>
  )
}
