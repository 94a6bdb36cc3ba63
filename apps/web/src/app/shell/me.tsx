import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import type { Language } from '@oeuvre/domain/organizations/schema'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { spokenLanguages } from '../../lib/language.ts'
import { usePageTitle } from '../../lib/page-title.ts'
import { useShell } from '../../lib/shell.ts'
import { otherPlacesFor } from '../navigation.ts'
import classes from './me.module.css'
import { themes, useReader } from './use-reader.ts'

/** The reader, and on a phone the rest of the navigation. */
export function Me() {
  const t = useTranslations('shell')
  const { organization, person, settings, can, roles } = useShell()
  const { leave, leaveEverywhere, hasOtherOrganizations } = useReader()
  usePageTitle(t('me'))
  return (
    <div className={classes.me}>
      <h1>{person.name}</h1>
      <p className={classes.organization}>{settings.name}</p>
      <ul className={classes.list}>
        <li>
          <Link to="/$organization/people/$id" params={{ organization, id: person.id }}>
            {t('menu.profile')}
          </Link>
        </li>
        <li>
          <Link to="/$organization/my-work" params={{ organization }}>
            {t('menu.work')}
          </Link>
        </li>
        {otherPlacesFor(can).map((place) => (
          <li key={place.label}>
            <Link to={place.to} params={{ organization }}>
              {t(`nav.${place.label}`)}
            </Link>
          </li>
        ))}
      </ul>
      <Preferences />
      <ul className={classes.list}>
        {hasOtherOrganizations && (
          <li>
            <a href="/?choose">{t('menu.switchTo')}</a>
          </li>
        )}
        {roles.includes('manager') && (
          <li>
            <Link to="/$organization/absences" params={{ organization }}>
              {t('menu.absences')}
            </Link>
          </li>
        )}
        <li>
          <Link to="/$organization/notices/preferences" params={{ organization }}>
            {t('menu.notices')}
          </Link>
        </li>
        <li>
          <Link to="/$organization/stored" params={{ organization }}>
            {t('menu.stored')}
          </Link>
        </li>
        <li>
          <Link to="/$organization/reports" params={{ organization }}>
            {t('menu.reports')}
          </Link>
        </li>
        <li>
          <Link to="/$organization/password" params={{ organization }}>
            {t('menu.password')}
          </Link>
        </li>
        <li>
          <button type="button" onClick={leave}>
            {t('menu.signOut')}
          </button>
        </li>
        <li>
          <button type="button" onClick={leaveEverywhere}>
            {t('menu.signOutEverywhere')}
          </button>
        </li>
      </ul>
    </div>
  )
}

function Preferences() {
  const t = useTranslations('shell')
  const { language, speak } = useReader()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <div className={classes.preferences}>
      <h2 id="me-language">{t('menu.language')}</h2>
      <SegmentedControl<Language>
        aria-labelledby="me-language"
        value={language}
        onChange={speak}
        data={spokenLanguages.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
      />
      <h2 id="me-theme">{t('menu.theme')}</h2>
      <SegmentedControl
        aria-labelledby="me-theme"
        value={colorScheme}
        onChange={setColorScheme}
        data={themes.map((one) => ({ value: one, label: t(`menu.${one === 'auto' ? 'system' : one}`) }))}
      />
    </div>
  )
}
