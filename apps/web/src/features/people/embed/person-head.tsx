import type { PersonPage } from '@oeuvre/domain/people/schema'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslations } from 'use-intl'
import { PlainLink, ScreenLink } from '../../../components/screen-links.tsx'
import { trpc } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import classes from './person-head.module.css'

export function usePerson(id: string): PersonPage {
  return useSuspenseQuery(trpc.people.get.queryOptions({ id })).data
}

/** Who somebody is here: name, work, team, under whom; and what this reader may do about them. */
export function PersonHead({ person }: { readonly person: PersonPage }) {
  const t = useTranslations('people.person')
  const format = useFormat()
  const { organization } = useShell()
  const work = [person.title, person.site].filter((part) => part !== null).join(' · ')
  return (
    <>
      <Actions person={person} />
      <PageHead
        title={person.name}
        intro={
          <div className={classes.intro}>
            {work && <p>{work}</p>}
            <p>
              <TeamPath person={person} />
              {person.managers.length > 0 && (
                <span className={classes.managers}>{t('managedBy', { names: format.list(person.managers.map((one) => one.name)) })}</span>
              )}
            </p>
            {person.manages.length > 0 && (
              <p>
                {t('manages')}{' '}
                {person.manages.map((team, at) => (
                  <Fragment key={team.id}>
                    {at > 0 && ', '}
                    <ScreenLink to="/$organization/teams/$id" params={{ organization, id: team.id }}>
                      {team.name}
                    </ScreenLink>
                  </Fragment>
                ))}
              </p>
            )}
            {person.email && <p className={classes.email}>{person.email}</p>}
            {person.status !== 'active' && (
              <p className={classes.left}>{person.leftOn ? t('left', { day: format.day(person.leftOn) }) : t('leftUndated')}</p>
            )}
          </div>
        }
      />
    </>
  )
}

function TeamPath({ person }: { readonly person: PersonPage }) {
  const t = useTranslations('people')
  const { organization } = useShell()
  if (person.path.length === 0) return person.status === 'active' ? <span className={classes.quiet}>{t('noTeam')}</span> : null
  return person.path.map((team, at) => (
    <Fragment key={team.id}>
      {at > 0 && <span className={classes.quiet}> › </span>}
      <ScreenLink
        look={at === person.path.length - 1 ? 'link' : 'plain'}
        to="/$organization/teams/$id"
        params={{ organization, id: team.id }}
      >
        {team.name}
      </ScreenLink>
    </Fragment>
  ))
}

function Actions({ person }: { readonly person: PersonPage }) {
  const t = useTranslations('people.person')
  const { organization } = useShell()
  const { can, id } = person
  if (!can.edit && !person.isSelf) return null
  return (
    <div className={classes.actions} data-print="hide">
      {person.isSelf && <span className={classes.quiet}>{t('self')}</span>}
      {can.edit && (
        <PlainLink to="/$organization/admin/people" params={{ organization }} search={{ person: id }}>
          {t('edit')}
        </PlainLink>
      )}
    </div>
  )
}
