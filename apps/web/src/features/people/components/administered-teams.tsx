import { Checkbox } from '@mantine/core'
import { formatPeopleAdministration, type PeopleAdministration } from '@oeuvre/domain/people/schema'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { EmptyState } from '@oeuvre/ui/feedback/empty-state.tsx'
import { Notice } from '@oeuvre/ui/feedback/notice.tsx'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { ScreenLink } from '../../../components/screen-links.tsx'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { flatten, type TreeTeam } from '../model/team-tree.ts'
import { useTeams } from '../model/use-teams.ts'
import type { AdministrationProps } from './administered-people.tsx'
import classes from './administration.module.css'

/** The chart as a table: of today, or as it was on a day. */
export function AdministeredTeams({ state, onState }: AdministrationProps) {
  const t = useTranslations('people.admin')
  const format = useFormat()
  const { today } = useShell()
  const { tree } = useTeams({ ...(state.on && { on: state.on }), withArchived: state.archived ?? false })
  const rows = flatten(tree)
  return (
    <>
      <search className={classes.filters}>
        <DateField
          size="sm"
          clearable={state.on !== undefined}
          aria-label={t('asOf')}
          leftSection={<span className={classes.quiet}>{t('asOf')}</span>}
          leftSectionWidth={84}
          maxDate={today}
          value={state.on ?? today}
          onChange={(on) => onState({ ...state, on: on && on !== today ? on : undefined })}
        />
        <Checkbox
          label={t('archivedToggle')}
          checked={state.archived ?? false}
          onChange={(event) => onState({ ...state, archived: event.currentTarget.checked || undefined })}
        />
      </search>
      {state.on && (
        <div className={classes.note}>
          <Notice actions={<TextButton onClick={() => onState({ ...state, on: undefined })}>{t('backToToday')}</TextButton>}>
            {t('asOfNote', { day: format.day(state.on) })}
          </Notice>
        </div>
      )}
      {rows.length === 0 ? <EmptyState title={t('noTeams')}>{t('noTeamsText')}</EmptyState> : <Table rows={rows} state={state} />}
    </>
  )
}

function Table({ rows, state }: { readonly rows: readonly TreeTeam[]; readonly state: PeopleAdministration }) {
  const t = useTranslations('people.admin')
  const { organization } = useShell()
  const format = useFormat()
  return (
    <DataTable
      caption={t('teamsTable')}
      rows={rows}
      rowKey={(team) => team.id}
      isMuted={(team) => team.isArchived}
      columns={[
        {
          key: 'name',
          header: t('teamsTable'),
          rowHeader: true,
          cell: (team) => (
            <span className={classes.unit} style={{ '--level': team.level - 1 } as React.CSSProperties}>
              <ScreenLink
                look="plain"
                resetScroll={false}
                to="/$organization/admin/people"
                params={{ organization }}
                search={formatPeopleAdministration({ ...state, unit: team.id })}
              >
                {team.name}
              </ScreenLink>
              {team.isArchived && <span className={classes.quiet}> · {t('archived')}</span>}
            </span>
          ),
        },
        { key: 'managers', header: t('managers'), width: '40%', cell: (team) => format.list(team.managers.map((one) => one.name)) },
        { key: 'people', header: t('peopleCount'), align: 'right', width: 96, cell: (team) => format.number(team.total) },
      ]}
    />
  )
}
