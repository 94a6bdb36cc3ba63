import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { ForbiddenPage } from '../components/forbidden-page.tsx'
import { useShell } from '../lib/shell.ts'
import classes from './administration-frame.module.css'
import { administrationSections } from './navigation.ts'

/** The sections of administration, above each of them. */
export function AdministrationFrame({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('shell')
  const { organization, can } = useShell()
  if (!can['organization.administer']) {
    return <ForbiddenPage />
  }
  return (
    <>
      <nav className={classes.sections} aria-label={t('nav.administration')}>
        {administrationSections.map(({ label, to, isExact }) => (
          <Link key={label} to={to} params={{ organization }} activeOptions={{ exact: isExact, includeSearch: false }}>
            {t(`admin.${label}`)}
          </Link>
        ))}
      </nav>
      {children}
    </>
  )
}
