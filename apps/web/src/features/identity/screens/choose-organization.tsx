import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { Door } from '../components/door.tsx'
import classes from './choose-organization.module.css'

export function ChooseOrganization() {
  const t = useTranslations('identity.choose')
  usePageTitle(t('title'))
  const { data: me } = useSuspenseQuery(trpc.identity.me.queryOptions())
  const organizations = me?.organizations ?? []
  return (
    <Door>
      <h1>{t('title')}</h1>
      {organizations.length === 0 && <p className={classes.none}>{t('none')}</p>}
      <ul className={classes.list}>
        {organizations.map((one) => (
          <li key={one.slug}>
            {/* A whole page load: nothing of one organization stays in memory for the next. */}
            <a href={`/${one.slug}`}>{one.name}</a>
          </li>
        ))}
      </ul>
    </Door>
  )
}
