import type { PeopleFilter } from '@oeuvre/domain/people/schema'
import { MoreButton } from '@oeuvre/ui/actions/more-button.tsx'
import { Pick } from '@oeuvre/ui/actions/pick.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { Loading, RowSkeleton } from '@oeuvre/ui/feedback/skeletons.tsx'
import { PageHead } from '@oeuvre/ui/layout/page-head.tsx'
import { useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { PlainLink, ScreenLink } from '../../../components/screen-links.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useKeys } from '../../../lib/keys.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { useShell } from '../../../lib/shell.ts'
import { PeopleTable } from '../components/people-table.tsx'
import { SearchField } from '../components/search-field.tsx'
import { TeamTree } from '../components/team-tree.tsx'
import { TeamSelect } from '../embed/team-select.tsx'
import { pathTo } from '../model/team-tree.ts'
import { useDirectory } from '../model/use-directory.ts'
import { useTeams } from '../model/use-teams.ts'
import classes from './directory.module.css'

export type DirectoryProps = { readonly filter: PeopleFilter; readonly onFilter: (next: PeopleFilter) => void }

/** Everybody, by name and by team. */
export function Directory({ filter, onFilter }: DirectoryProps) {
  const t = useTranslations('people')
  usePageTitle(t('title'))
  const { organization, can } = useShell()
  const choose = (team: string | null) => onFilter({ ...filter, team: team ?? undefined, alone: undefined })
  return (
    <>
      <PageHead title={t('title')} intro={t('intro')} />
      <div className={classes.columns}>
        <div className={classes.tree}>
          <h2>{t('tree.title')}</h2>
          <TeamTree chosen={filter.team ?? null} onChoose={choose} />
          {can['people.administer'] && (
            <ScreenLink look="more" to="/$organization/admin/people" params={{ organization }}>
              {t('admin.title')}
            </ScreenLink>
          )}
        </div>
        <div className={classes.list}>
          <search className={classes.filters}>
            <SearchField value={filter.q ?? ''} onSearch={(q) => onFilter({ ...filter, q: q || undefined })} />
            <div className={classes.select}>
              <TeamSelect
                size="sm"
                clearable
                aria-label={t('team')}
                placeholder={t('tree.everybody')}
                value={filter.team ?? null}
                onChange={choose}
              />
            </div>
          </search>
          <TeamLine filter={filter} onFilter={onFilter} />
          <People filter={filter} onFilter={onFilter} />
        </div>
      </div>
    </>
  )
}

/** Which team, where it stands, who leads it, and whether those below are in. */
function TeamLine({ filter, onFilter }: DirectoryProps) {
  const t = useTranslations('people')
  const format = useFormat()
  const { organization } = useShell()
  const { teams } = useTeams()
  const path = pathTo(teams, filter.team)
  const team = path.at(-1)
  if (!team) return null
  return (
    <div className={classes.team}>
      <h2>{team.name}</h2>
      <p>
        {path.length > 1 && (
          <span>
            {path
              .slice(0, -1)
              .map((one) => one.name)
              .join(' › ')}
          </span>
        )}
        <span>{team.managers.length > 0 ? t('led', { names: format.list(team.managers.map((one) => one.name)) }) : t('notLed')}</span>
        <ScreenLink to="/$organization/teams/$id" params={{ organization, id: team.id }}>
          {t('teamPage')}
        </ScreenLink>
      </p>
      {teams.some((one) => one.parentId === team.id) && (
        <Pick
          label={t('scope.label')}
          value={filter.alone ? 'alone' : 'below'}
          options={[
            { key: 'below', label: t('scope.below') },
            { key: 'alone', label: t('scope.alone') },
          ]}
          onPick={(key) => onFilter({ ...filter, alone: key === 'alone' || undefined })}
        />
      )}
    </div>
  )
}

function People({ filter, onFilter }: DirectoryProps) {
  const t = useTranslations('people')
  const words = useTranslations('words')
  const { people, isPending, isStale, more, isLoadingMore } = useDirectory(filter)
  const list = useListKeys()
  if (isPending)
    return (
      <Loading label={t('loading')}>
        <RowSkeleton rows={10} widths={[34, 24, 24]} />
      </Loading>
    )
  if (people.length === 0) return <Nobody filter={filter} onFilter={onFilter} />
  return (
    <div ref={list}>
      <PeopleTable people={people} isStale={isStale} />
      {more && (
        <MoreButton onClick={more} loading={isLoadingMore}>
          {words('more')}
        </MoreButton>
      )}
    </div>
  )
}

function Nobody({ filter, onFilter }: DirectoryProps) {
  const t = useTranslations('people')
  const { organization, can } = useShell()
  if (filter.q || filter.team)
    return (
      <p className={classes.nobody} role="status">
        {filter.q ? t('nothing') : t('nothingInTeam')} <TextButton onClick={() => onFilter({})}>{t('showAll')}</TextButton>
      </p>
    )
  return (
    <EmptyState
      title={t('empty')}
      actions={
        can['people.administer'] && (
          <PlainLink to="/$organization/admin/people" params={{ organization }}>
            {t('admin.title')}
          </PlainLink>
        )
      }
    >
      {t('emptyText')}
    </EmptyState>
  )
}

/** `j` and `k` go through the names. */
function useListKeys() {
  const t = useTranslations('people.keys')
  const list = useRef<HTMLDivElement>(null)
  useKeys(
    useMemo(() => {
      function move(by: 1 | -1) {
        const names = [...(list.current?.querySelectorAll<HTMLElement>('[data-person]') ?? [])]
        const at = names.findIndex((name) => name.matches(':focus'))
        names[at < 0 ? 0 : Math.min(Math.max(at + by, 0), names.length - 1)]?.focus()
      }
      return [
        { keys: 'j', label: t('next'), run: () => move(1) },
        { keys: 'k', label: t('previous'), run: () => move(-1) },
      ]
    }, [t]),
  )
  return list
}
