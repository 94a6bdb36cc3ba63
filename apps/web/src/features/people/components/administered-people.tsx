import { Checkbox, Modal } from '@mantine/core'
import type { PeopleAdministration, PersonListItem } from '@oeuvre/domain/people/schema'
import { formatPeopleAdministration } from '@oeuvre/domain/people/schema'
import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { Pick } from '@oeuvre/ui/actions/pick.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { TeamSelect } from '../embed/team-select.tsx'
import { useDirectory } from '../model/use-directory.ts'
import classes from './administration.module.css'
import { MoveForm } from './move-form.tsx'
import { SearchField } from './search-field.tsx'

export type AdministrationProps = { readonly state: PeopleAdministration; readonly onState: (next: PeopleAdministration) => void }

/** The directory as administrators see it: addresses, access, several at once. */
export function AdministeredPeople({ state, onState }: AdministrationProps) {
  const t = useTranslations('people')
  const words = useTranslations('words')
  const { q, team, status } = state
  const { people, isPending, isStale, more, isLoadingMore } = useDirectory({ q, team, status })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choice = people.filter((person) => chosen.has(person.id))
  return (
    <>
      <Filters state={state} onState={onState} />
      {choice.length > 0 && <Choice people={choice} onEnd={() => setChosen(new Set())} />}
      {isPending ? (
        <Loading label={t('loading')}>
          <RowSkeleton rows={10} widths={[30, 22, 26, 12]} />
        </Loading>
      ) : people.length === 0 ? (
        <p className={classes.nobody} role="status">
          {q ? t('nothing') : t('empty')} {(q || team || status) && <TextButton onClick={() => onState({})}>{t('showAll')}</TextButton>}
        </p>
      ) : (
        <div data-stale={isStale || undefined} className={classes.table}>
          <Table people={people} state={state} chosen={chosen} onChosen={setChosen} />
        </div>
      )}
      {more && (
        <MoreButton onClick={more} loading={isLoadingMore}>
          {words('more')}
        </MoreButton>
      )}
    </>
  )
}

function Filters({ state, onState }: AdministrationProps) {
  const t = useTranslations('people')
  return (
    <search className={classes.filters}>
      <SearchField value={state.q ?? ''} onSearch={(q) => onState({ ...state, q: q || undefined })} />
      <TeamSelect
        size="sm"
        clearable
        aria-label={t('team')}
        placeholder={t('tree.everybody')}
        value={state.team ?? null}
        onChange={(team) => onState({ ...state, team: team ?? undefined })}
      />
      <Pick
        label={t('admin.status.label')}
        value={state.status ?? 'active'}
        options={[
          { key: 'active', label: t('admin.status.active') },
          { key: 'left', label: t('admin.status.left') },
        ]}
        onPick={(status) => onState({ ...state, status: status === 'left' ? 'left' : undefined })}
      />
    </search>
  )
}

/** What can be done with those who were ticked. */
function Choice({ people, onEnd }: { readonly people: readonly PersonListItem[]; readonly onEnd: () => void }) {
  const t = useTranslations('people')
  const [isMoving, setMoving] = useState(false)
  const movable = people.map(({ id, name, team }) => ({ id, name, teamId: team?.id ?? null }))
  return (
    <div className={classes.choice}>
      <span role="status">{t('admin.chosen', { count: people.length })}</span>
      <PlainAction onClick={() => setMoving(true)}>{t('admin.move')}</PlainAction>
      <QuietAction onClick={onEnd}>{t('admin.unchoose')}</QuietAction>
      <Modal opened={isMoving} onClose={() => setMoving(false)} title={t('moving.title', { count: people.length })}>
        <MoveForm
          people={movable}
          onDone={() => {
            setMoving(false)
            onEnd()
          }}
        />
      </Modal>
    </div>
  )
}

type TableProps = {
  readonly people: readonly PersonListItem[]
  readonly state: PeopleAdministration
  readonly chosen: ReadonlySet<string>
  readonly onChosen: (next: ReadonlySet<string>) => void
}

function Table({ people, state, chosen, onChosen }: TableProps) {
  const t = useTranslations('people')
  const { number } = useFormat()
  const { organization } = useShell()
  const shown = people.map((person) => person.id)
  const all = shown.every((id) => chosen.has(id))
  const toggle = (id: string) => {
    const next = new Set(chosen)
    if (!next.delete(id)) next.add(id)
    onChosen(next)
  }
  return (
    <DataTable
      caption={t('table')}
      rows={people}
      rowKey={(person) => person.id}
      isMarked={(person) => chosen.has(person.id)}
      columns={[
        {
          key: 'tick',
          width: 36,
          header: (
            <Checkbox
              size="xs"
              aria-label={t('admin.chooseAll', { count: number(people.length) })}
              checked={all}
              indeterminate={!all && chosen.size > 0}
              onChange={() => onChosen(new Set(all ? [] : shown))}
            />
          ),
          cell: ({ id, name }) => (
            <Checkbox size="xs" aria-label={t('admin.choose', { name })} checked={chosen.has(id)} onChange={() => toggle(id)} />
          ),
        },
        {
          key: 'name',
          header: t('name'),
          rowHeader: true,
          cell: (person) => (
            <>
              <ScreenLink
                look="plain"
                resetScroll={false}
                to="/$organization/admin/people"
                params={{ organization }}
                search={formatPeopleAdministration({ ...state, person: person.id })}
              >
                {person.name}
              </ScreenLink>
              <span className={classes.about}>{person.title}</span>
            </>
          ),
        },
        {
          key: 'team',
          header: t('team'),
          phone: 'drop',
          width: '24%',
          cell: (person) => person.team?.name ?? <Quiet>{t('noTeam')}</Quiet>,
        },
        { key: 'email', header: t('admin.email'), phone: 'drop', width: '27%', cell: (person) => <Address person={person} /> },
        { key: 'access', header: t('admin.access'), phone: 'drop', width: 148, cell: (person) => <Access person={person} /> },
      ]}
    />
  )
}

function Quiet({ children }: { readonly children: string }) {
  return <span className={classes.quiet}>{children}</span>
}

function Address({ person }: { readonly person: PersonListItem }) {
  return <span className={classes.address}>{person.administration?.email}</span>
}

function Access({ person }: { readonly person: PersonListItem }) {
  const t = useTranslations('people.admin.accessState')
  const access = person.administration?.access ?? 'none'
  return access === 'active' ? t(access) : <Quiet>{t(access)}</Quiet>
}
