import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { RowHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useFormat } from '../../../lib/format.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { FailedWork } from '../components/failed-work.tsx'
import classes from '../components/overview.module.css'
import { SetUpList } from '../components/set-up-list.tsx'
import { setUpQuery } from '../embed/set-up-query.ts'
import { stepsOf } from '../model/set-up-steps.ts'

/** The administration's first page: what is in place, what comes next. */
export function Overview() {
  const t = useTranslations('organizations.guide')
  const roles = useTranslations('organizations.roles')
  const f = useFormat()
  usePageTitle(t('title'))
  const { organization } = useShell()
  const { data: progress } = useSuspenseQuery(setUpQuery())
  const steps = stepsOf(progress)
  const done = steps.filter(({ isDone }) => isDone).length
  return (
    <>
      <PageHead title={t('title')} intro={done === steps.length ? t('introDone') : t('intro', { done, all: steps.length })} size="title" />
      <FailedWork />
      <div className={classes.steps}>
        <SetUpList progress={progress} hasMain level={2} />
      </div>
      {progress.ownRoles.length > 0 && (
        <RowHead title={t('ownRoles')}>
          <p className={classes.note}>{t('ownRolesNote')}</p>
          <ul className={classes.also}>
            {progress.ownRoles.map(({ personId, name, role, at }) => (
              <li key={`${personId} ${role} ${at}`}>{t('ownRole', { name, role: roles(role), day: f.instantDay(at) })}</li>
            ))}
          </ul>
        </RowHead>
      )}
      {progress.waiting > 0 && (
        <RowHead title={t('waitingTitle')}>
          <p className={classes.note}>{t('waiting', { count: progress.waiting })}</p>
        </RowHead>
      )}
      <RowHead title={t('also')}>
        <ul className={classes.also}>
          <li>
            <ScreenLink to="/$organization/admin/access" params={{ organization }}>
              {t('alsoImpact')}
            </ScreenLink>
          </li>
          <li>
            <ScreenLink to="/$organization/admin/words" params={{ organization }}>
              {t('alsoTypes')}
            </ScreenLink>
          </li>
          <li>
            <ScreenLink to="/$organization/admin/imports" params={{ organization }}>
              {t('alsoImports')}
            </ScreenLink>
          </li>
        </ul>
      </RowHead>
    </>
  )
}
