import type { ObjectivePage } from '@oeuvre/domain/objectives/schema'
import { type Column, DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { Track } from '@oeuvre/ui/data/track.tsx'
import type { ReactNode } from 'react'
import { useObjectiveWords } from '../model/use-objective-words.ts'

type Team = NonNullable<ObjectivePage['teams']>[number]
type TeamsPartProps = {
  readonly page: ObjectivePage
  readonly teams: readonly Team[]
  /** The way to a team's results. */
  readonly link: (teamId: string | null, text: ReactNode) => ReactNode
}

/** The teams of the day of each result: what was reached together, before any person is named. */
export function TeamsPart({ page, teams, link }: TeamsPartProps) {
  const { t, f, amount } = useObjectiveWords(page)
  const { measure } = page.objective
  const most = Math.max(...teams.map((team) => Number(team.reached)), 1)
  const columns: Column<Team>[] = [
    { key: 'team', header: t('team'), rowHeader: true, cell: (team) => team.name ?? t('withoutTeam') },
    {
      key: 'reached',
      header: t('reached'),
      align: 'right',
      strong: true,
      width: 144,
      cell: (team) => link(team.id, amount(measure, team.reached)),
    },
    { key: 'outcomes', header: t('counted'), align: 'right', width: 112, phone: 'drop', cell: (team) => f.number(team.outcomes) },
    { key: 'bar', width: '28%', phone: 'drop', cell: (team) => <Track share={Number(team.reached) / most} /> },
  ]
  return <DataTable caption={t('byTeam')} columns={columns} rows={teams} rowKey={(team) => team.id ?? 'none'} />
}
