import { useTranslations } from 'use-intl'
import { AnchorButton } from '../../../components/anchor-button.tsx'
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
      <AnchorButton to="/sign-in">{t('toSignIn')}</AnchorButton>
    </Door>
  )
}
