import { formatPeopleAdministration } from '@oeuvre/domain/people/schema'
import { Pick } from '@oeuvre/ui/actions/pick.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { MainLink, PlainLink, QuietLink } from '../../../components/screen-links.tsx'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { AdministeredPeople, type AdministrationProps } from '../components/administered-people.tsx'
import { AdministeredTeams } from '../components/administered-teams.tsx'
import classes from '../components/administration.module.css'
import { NewPerson } from '../components/new-person.tsx'
import { NewTeam } from '../components/new-team.tsx'
import { PersonPanel } from '../components/person-panel.tsx'
import { TeamPanel } from '../components/team-panel.tsx'

type ScreenProps = AdministrationProps & {
  /** What slices above offer for somebody who left. */
  readonly ofLeaver?: (personId: string) => ReactNode
}

/** People and teams, to add and to change. What is open stands in the address. */
export function PeopleAdministrationScreen({ state, onState, ofLeaver }: ScreenProps) {
  const t = useTranslations('people.admin')
  usePageTitle(t('title'))
  const view = state.view ?? 'people'
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} size="title" />
      <div className={classes.bar}>
        <Pick
          label={t('views.label')}
          value={view}
          options={[
            { key: 'people', label: t('views.people') },
            { key: 'teams', label: t('views.teams') },
          ]}
          onPick={(key) => onState(key === 'teams' ? { view: 'teams' } : {})}
        />
        <Actions state={state} onState={onState} />
      </div>
      {view === 'people' ? <AdministeredPeople state={state} onState={onState} /> : <AdministeredTeams state={state} onState={onState} />}
      <Panels state={state} onState={onState} ofLeaver={ofLeaver} />
    </>
  )
}

function Actions({ state }: AdministrationProps) {
  const t = useTranslations('people.admin')
  const { organization } = useShell()
  const isTeams = state.view === 'teams'
  // The panel has the one main action while it is open.
  const Add = state.person || state.unit ? PlainLink : MainLink
  return (
    <div className={classes.actions}>
      <QuietLink to="/$organization/admin/imports" params={{ organization }}>
        {t('import')}
      </QuietLink>
      <Add
        resetScroll={false}
        to="/$organization/admin/people"
        params={{ organization }}
        search={formatPeopleAdministration(isTeams ? { ...state, unit: 'new' } : { ...state, person: 'new' })}
      >
        {t(isTeams ? 'addTeam' : 'addPerson')}
      </Add>
    </div>
  )
}

function Panels({ state, onState, ofLeaver }: ScreenProps) {
  const close = () => onState({ ...state, person: undefined, unit: undefined })
  if (state.person === 'new')
    return <NewPerson teamId={state.team ?? null} onClose={close} onCreated={(person) => onState({ ...state, person })} />
  if (state.unit === 'new') return <NewTeam onClose={close} onCreated={(unit) => onState({ ...state, unit })} />
  if (state.person) return <PersonPanel id={state.person} onClose={close} ofLeaver={ofLeaver} />
  if (state.unit) return <TeamPanel id={state.unit} onClose={close} />
  return null
}
