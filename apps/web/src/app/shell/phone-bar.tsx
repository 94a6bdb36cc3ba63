import { LargeIcon } from '@oeuvre/ui/marks/icon.tsx'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useShell } from '../../lib/shell.ts'
import { type Place, phonePlacesFor } from '../navigation.ts'
import classes from './phone.module.css'

export function PhoneBar() {
  const t = useTranslations('shell')
  const { organization, can } = useShell()
  const [first, second, third] = phonePlacesFor(can)
  return (
    <nav className={classes.bar} aria-label={t('main')}>
      {first && <PhoneLink place={first} />}
      {second && <PhoneLink place={second} />}
      <Link to="/$organization/outcomes/new" params={{ organization }} aria-label={t('log')}>
        <span className={classes.plus}>
          <LargeIcon name="add" />
        </span>
      </Link>
      {third && <PhoneLink place={third} />}
      <Link to="/$organization/me" params={{ organization }}>
        <LargeIcon name="me" />
        <span>{t('me')}</span>
      </Link>
    </nav>
  )
}

function PhoneLink({ place }: { readonly place: Place }) {
  const t = useTranslations('shell.nav')
  const { organization } = useShell()
  // A result being logged is not "outcomes": the ＋ beside it is the current one.
  return (
    <Link to={place.to} params={{ organization }} activeOptions={{ exact: place.label === 'home' || place.label === 'outcomes' }}>
      <LargeIcon name={place.icon} />
      <span>{t(place.label)}</span>
    </Link>
  )
}
