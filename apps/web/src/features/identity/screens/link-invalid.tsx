import { useTranslations } from 'use-intl'
import { PlainLink } from '../../../components/screen-links.tsx'
import { usePageTitle } from '../../../lib/page-title.ts'
import classes from '../components/door.module.css'
import { Door } from '../components/door.tsx'

export function LinkInvalid() {
  const t = useTranslations('identity.link')
  usePageTitle(t('invalid'))
  return (
    <Door>
      <h1>{t('invalid')}</h1>
      <p className={classes.intro}>{t('invalidText')}</p>
      <PlainLink to="/sign-in">{t('toSignIn')}</PlainLink>
    </Door>
  )
}
