import { useTranslations } from 'use-intl'
import { usePageTitle } from '../../../lib/page-title.ts'
import { Demonstration } from '../components/demonstration.tsx'
import { Door } from '../components/door.tsx'
import { SignInForm } from '../components/sign-in-form.tsx'
import classes from './sign-in.module.css'

type SignInProps = {
  readonly to: string
  /** Known when a link has just been accepted. */
  readonly email?: string
}

export function SignIn({ to, email }: SignInProps) {
  const t = useTranslations('identity.signIn')
  usePageTitle(t('title'))
  // A whole page load: whoever was here before leaves nothing in memory.
  const enter = () => location.assign(to)
  return (
    <Door>
      <h1>{t.rich('motto', { br: () => <br /> })}</h1>
      <p className={classes.intro}>{t('intro')}</p>
      <Demonstration onDone={enter} />
      <SignInForm onDone={enter} suggested={email} />
      <p className={classes.forgotten}>{t('forgotten')}</p>
    </Door>
  )
}
