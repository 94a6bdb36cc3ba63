import { Kbd } from '@oeuvre/ui/actions/kbd.tsx'
import { Wordmark } from '@oeuvre/ui/marks/wordmark.tsx'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { useFormat } from '../../lib/format.ts'
import { isPaletteOpen } from '../../lib/palette.ts'
import { useShell } from '../../lib/shell.ts'
import { placesFor } from '../navigation.ts'
import { PersonMenu } from './person-menu.tsx'
import classes from './rail.module.css'
import { useWaiting } from './use-waiting.ts'

const modifier = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘' : 'Ctrl'

export function Rail() {
  const t = useTranslations('shell')
  const { organization, settings, can } = useShell()
  const places = placesFor(can)
  return (
    <aside className={classes.rail}>
      <Link to="/$organization" params={{ organization }} className={classes.mark}>
        <Wordmark label="Oeuvre" />
      </Link>
      <div className={classes.organization}>{settings.name}</div>
      <Link to="/$organization/outcomes/new" params={{ organization }} className={classes.log}>
        {t('log')} <Kbd>N</Kbd>
      </Link>
      <nav aria-label={t('main')}>
        {places.map((place, at) => (
          <Fragment key={place.label}>
            {at > 0 && places[at - 1]?.group !== place.group && <div className={classes.gap} />}
            <RailLink place={place} />
          </Fragment>
        ))}
      </nav>
      <div className={classes.foot}>
        <button type="button" className={classes.find} onClick={() => isPaletteOpen.set(true)}>
          {t('find')} <Kbd>{modifier}</Kbd>
          <Kbd>K</Kbd>
        </button>
        <PersonMenu />
      </div>
    </aside>
  )
}

function RailLink({ place }: { readonly place: ReturnType<typeof placesFor>[number] }) {
  const t = useTranslations('shell')
  const { organization } = useShell()
  const format = useFormat()
  const waiting = useWaiting(place.label)
  return (
    <Link to={place.to} params={{ organization }} activeOptions={{ exact: place.label === 'home' }}>
      <span>{t(`nav.${place.label}`)}</span>
      {waiting && (
        <span className={classes.count} title={t(place.label === 'notices' ? 'noticesUnread' : 'reviewWaiting', { count: waiting.count })}>
          {format.number(waiting.count)}
          {waiting.isCapped && '+'}
        </span>
      )}
    </Link>
  )
}
