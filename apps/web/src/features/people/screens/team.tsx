import type { TeamPage } from '@oeuvre/domain/people/schema'
import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { PlainLink, ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { PeopleTable } from '../components/people-table.tsx'
import { usePeriodWords } from '../components/period-words.ts'
import { useDirectory } from '../model/use-directory.ts'
import classes from './team.module.css'

/** A team: where it stands, who leads it, who is in it, what is below it. */
export function Team({ id }: { readonly id: string }) {
  const t = useTranslations('people.teamHead')
  const { organization } = useShell()
  const { data: team } = useSuspenseQuery(trpc.people.team.queryOptions({ id }))
  usePageTitle(team.name)
  return (
    <>
      <Head team={team} />
      {team.isArchived && <Notice>{t('archived')}</Notice>}
      <SideHead title={t('people')} note={t('peopleNote')}>
        <People id={id} hasBelow={team.below.length > 0} />
      </SideHead>
      {team.below.length > 0 && (
        <SideHead title={t('below')}>
          <ul className={classes.below}>
            {team.below.map((one) => (
              <li key={one.id}>
                <ScreenLink look="plain" to="/$organization/teams/$id" params={{ organization, id: one.id }}>
                  {one.name}
                </ScreenLink>
                <Count people={one.people} />
              </li>
            ))}
          </ul>
        </SideHead>
      )}
      {team.placements.length > 1 && (
        <SideHead title={t('history')} note={t('historyNote')}>
          <Placements team={team} />
        </SideHead>
      )}
    </>
  )
}

function Head({ team }: { readonly team: TeamPage }) {
  const t = useTranslations('people.teamHead')
  const { organization } = useShell()
  return (
    <div className={classes.head}>
      <PageHead
        title={team.name}
        above={
          <>
            {t('above')}
            {team.path.slice(0, -1).map((one) => (
              <Fragment key={one.id}>
                {' › '}
                <ScreenLink look="plain" to="/$organization/teams/$id" params={{ organization, id: one.id }}>
                  {one.name}
                </ScreenLink>
              </Fragment>
            ))}
          </>
        }
        intro={<Managers team={team} />}
      />
      {team.can.administer && (
        <PlainLink to="/$organization/admin/people" params={{ organization }} search={{ view: 'teams', unit: team.id }}>
          {t('edit')}
        </PlainLink>
      )}
    </div>
  )
}

function Managers({ team }: { readonly team: TeamPage }) {
  const t = useTranslations('people')
  const { organization } = useShell()
  if (team.managers.length === 0) return <p>{t('notLed')}</p>
  return (
    <p>
      {team.managers.map((one, at) => (
        <Fragment key={one.id}>
          {at > 0 && ', '}
          <ScreenLink to="/$organization/people/$id" params={{ organization, id: one.id }}>
            {one.name}
          </ScreenLink>
          {one.title && <span className={classes.quiet}> {one.title}</span>}
        </Fragment>
      ))}
    </p>
  )
}

function Count({ people }: { readonly people: number }) {
  const t = useTranslations('people.tree')
  return <span className={classes.quiet}>{t('people', { count: people })}</span>
}

function People({ id, hasBelow }: { readonly id: string; readonly hasBelow: boolean }) {
  const t = useTranslations('people')
  const words = useTranslations('words')
  const { people, isPending, more, isLoadingMore } = useDirectory({ team: id })
  if (isPending)
    return (
      <Loading label={t('loading')}>
        <RowSkeleton rows={5} widths={[34, 24, 24]} />
      </Loading>
    )
  if (people.length === 0) return <p className={classes.quiet}>{t('nothingInTeam')}</p>
  return (
    <>
      <PeopleTable people={people} hasTeam={hasBelow} />
      {more && (
        <MoreButton onClick={more} loading={isLoadingMore}>
          {words('more')}
        </MoreButton>
      )}
    </>
  )
}

function Placements({ team }: { readonly team: TeamPage }) {
  const t = useTranslations('people.teamHead')
  const period = usePeriodWords()
  return (
    <DataTable
      caption={t('history')}
      tight
      rows={team.placements}
      rowKey={(one) => one.from ?? ''}
      columns={[
        { key: 'parent', rowHeader: true, width: '50%', cell: (one) => one.parent?.name ?? t('top') },
        { key: 'period', cell: period },
      ]}
    />
  )
}
