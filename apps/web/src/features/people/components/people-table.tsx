import type { PersonListItem } from '@oeuvre/domain/people/schema'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { useTranslations } from 'use-intl'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useShell } from '../../../lib/shell.ts'
import classes from './people-table.module.css'

type PeopleTableProps = { readonly people: readonly PersonListItem[]; readonly isStale?: boolean; readonly hasTeam?: boolean }

/** Names, titles, teams. Never a figure. */
export function PeopleTable({ people, isStale = false, hasTeam = true }: PeopleTableProps) {
  const t = useTranslations('people')
  const { organization } = useShell()
  const team = {
    key: 'team',
    header: t('team'),
    phone: 'drop' as const,
    width: '30%',
    cell: (person: PersonListItem) =>
      person.team ? (
        <ScreenLink look="plain" to="/$organization/teams/$id" params={{ organization, id: person.team.id }}>
          {person.team.name}
        </ScreenLink>
      ) : (
        <span className={classes.quiet}>{t('noTeam')}</span>
      ),
  }
  return (
    <div data-stale={isStale || undefined} className={classes.table}>
      <DataTable
        caption={t('table')}
        rows={people}
        rowKey={(person) => person.id}
        columns={[
          {
            key: 'name',
            header: t('name'),
            rowHeader: true,
            cell: (person) => (
              <>
                <ScreenLink look="plain" data-person to="/$organization/people/$id" params={{ organization, id: person.id }}>
                  {person.name}
                </ScreenLink>
                <span className={classes.about}>{[person.title, person.team?.name].filter(Boolean).join(' · ')}</span>
              </>
            ),
          },
          { key: 'title', header: t('jobTitle'), phone: 'drop', width: '30%', cell: (person) => person.title },
          ...(hasTeam ? [team] : []),
        ]}
      />
    </div>
  )
}
