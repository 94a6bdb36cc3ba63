import { useTranslations } from 'use-intl'
import { usePageTitle } from '../../../lib/page-title.ts'
import { Door } from '../components/door.tsx'
import { SignInForm } from '../components/sign-in-form.tsx'
import classes from './sign-in.module.css'

export function SignIn({ to }: { readonly to: string }) {
  const t = useTranslations('identity.signIn')
  usePageTitle(t('title'))
  return (
    <Door>
      <h1>{t.rich('motto', { br: () => <br /> })}</h1>
      <p className={classes.intro}>{t('intro')}</p>
      {/* A whole page load: whoever was here before leaves nothing in memory. */}
      <SignInForm onDone={() => location.assign(to)} />
      <p className={classes.forgotten}>{t('forgotten')}</p>
    </Door>
  )
}
