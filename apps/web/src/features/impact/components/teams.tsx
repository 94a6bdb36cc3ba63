import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { storiesOfTeam } from '@oeuvre/domain/impact/stories/rules'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Track } from '@oeuvre/ui/data/track.tsx'
import { SideHead } from '@oeuvre/ui/layout/side-head.tsx'
import { behind } from '../model/drill-down.ts'
import { teamLevel } from '../model/team-level.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { FigureLink } from './figure-link.tsx'

type Row = ImpactPage['teams'][number] & { readonly isOwn?: boolean }

type TeamsProps = {
  readonly page: ImpactPage
  readonly filter: ImpactFilter
  readonly onFilter: (change: Partial<ImpactFilter>) => void
}

function useColumns({ page, filter, onFilter }: TeamsProps, most: number): Column<Row>[] {
  const { t, f, results, value } = usePageWords(page)
  const stories = (row: Row) => behind(filter, page.period, storiesOfTeam(row))
  const name = (row: Row) => row.name ?? t('teams.without')
  return [
    {
      key: 'team',
      header: t('teams.team'),
      rowHeader: true,
      cell: (row) =>
        row.teamId && row.teamId !== filter.team ? (
          <TextButton look="plain" onClick={() => onFilter({ team: row.teamId ?? undefined })}>
            {name(row)}
          </TextButton>
        ) : (
          name(row)
        ),
    },
    {
      key: 'results',
      header: t('teams.results'),
      align: 'right',
      strong: true,
      width: 88,
      cell: (row) => <FigureLink search={stories(row)}>{results(row.resultsBp)}</FigureLink>,
    },
    ...(page.compared
      ? [
          {
            key: 'before',
            header: t('teams.change'),
            align: 'right',
            width: 72,
            phone: 'drop',
            cell: (row) => f.difference((Number(row.resultsBp) - Number(row.before?.resultsBp ?? 0)) / 10_000),
          } satisfies Column<Row>,
        ]
      : []),
    {
      key: 'value',
      header: t('teams.value'),
      align: 'right',
      width: 96,
      cell: (row) => (row.valueMinor === '0' ? '—' : value(row.valueMinor)),
    },
    { key: 'bar', width: '28%', phone: 'drop', cell: (row) => <Track share={Number(row.resultsBp) / most} /> },
  ]
}

/** The teams of one level, each with the teams below it; a name goes down, a figure opens its stories. */
export function Teams({ page, filter, onFilter }: TeamsProps) {
  const { t, results, value } = usePageWords(page)
  const level = teamLevel(page.teams, filter.team)
  const most = Math.max(...level.rows.map((row) => Number(row.resultsBp)), 1)
  const columns = useColumns({ page, filter, onFilter }, most)
  if (level.rows.length === 0) return null
  return (
    <SideHead
      title={t('teams.title')}
      note={t('teams.note')}
      picks={
        filter.team && (
          <TextButton look="quiet" onClick={() => onFilter({ team: level.up })}>
            {t('teams.back')}
          </TextButton>
        )
      }
    >
      <DataTable
        caption={t('teams.title')}
        columns={columns}
        rows={level.rows}
        rowKey={(row) => row.teamId ?? 'none'}
        foot={{ team: t('teams.all'), results: results(page.headline.now.resultsBp), value: value(page.headline.now.valueMinor) }}
      />
    </SideHead>
  )
}
