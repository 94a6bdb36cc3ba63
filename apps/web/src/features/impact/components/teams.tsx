import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { storiesOfTeam } from '@oeuvre/domain/impact/stories/rules'
import { Pick } from '@oeuvre/ui/actions/pick.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { teamLevel } from '../model/team-level.ts'
import { useOpen } from '../model/use-open.ts'
import { usePageWords } from '../model/use-page-words.ts'
import { FigureTable } from './figure-table.tsx'
import { Section } from './section.tsx'
import { TakePart } from './take-part.tsx'

type TeamsProps = {
  readonly page: ImpactPage
  readonly filter: ImpactFilter
  readonly onFilter: (change: Partial<ImpactFilter>) => void
}

/** The teams of one level, each with the teams below it; a name goes down, a figure opens its stories. */
export function Teams({ page, filter, onFilter }: TeamsProps) {
  const { t } = usePageWords(page)
  const { search } = useOpen(filter, page)
  const level = teamLevel(page.teams, filter.team)
  if (level.rows.length === 0) return null
  const nameOf = (row: (typeof level.rows)[number]) => {
    const name = row.name ?? t('without.team')
    if (row.isOwn && level.rows.length > 1) return t('teams.own', { team: name })
    if (!row.teamId || row.teamId === filter.team) return name
    return (
      <TextButton look="plain" onClick={() => onFilter({ team: row.teamId ?? undefined })}>
        {name}
      </TextButton>
    )
  }
  const rows = level.rows.map((row) => ({
    ...row,
    key: `${row.teamId ?? 'none'}${row.isOwn ? ' own' : ''}`,
    name: nameOf(row),
    search: search(storiesOfTeam(row)),
  }))
  return (
    <Section
      of={['teams']}
      page={page}
      title={t('teams.title')}
      note={filter.chart ? t('teams.noteToday') : level.isOverlapping ? `${t('teams.note')} ${t('teams.moved')}` : t('teams.note')}
      end={<TakePart page={page} filter={filter} part="teams" title={t('teams.title')} hasPicture={false} />}
      picks={
        <>
          {filter.team && (
            <TextButton look="quiet" onClick={() => onFilter({ team: level.up })}>
              {t('teams.back')}
            </TextButton>
          )}
          <Pick
            label={t('teams.chart')}
            value={filter.chart ?? 'then'}
            onPick={(key) => onFilter({ chart: key === 'then' ? undefined : key })}
            options={[
              { key: 'then', label: t('teams.chartThen') },
              { key: 'today', label: t('teams.chartToday') },
            ]}
          />
        </>
      }
    >
      <FigureTable page={page} caption={t('teams.title')} head={t('teams.team')} rows={rows} total={t('teams.all')} />
    </Section>
  )
}
