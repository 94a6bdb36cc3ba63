import { Select, type SelectProps } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { flatten } from '../model/team-tree.ts'
import { useTeams } from '../model/use-teams.ts'
import classes from './team-select.module.css'

type TeamSelectProps = Omit<SelectProps, 'data' | 'renderOption' | 'value' | 'onChange'> & {
  readonly value: string | null
  readonly onChange: (id: string | null) => void
  /** Teams that cannot be chosen here. */
  readonly without?: ReadonlySet<string>
}

/** A team of today, in the order of the tree; those below are set in. Needs the teams loaded: `teamsOptions()`. */
export function TeamSelect({ without, ...rest }: TeamSelectProps) {
  const t = useTranslations('people.picker')
  const { tree } = useTeams()
  const teams = flatten(tree).filter((team) => !without?.has(team.id))
  const levels = new Map(teams.map((team) => [team.id, team.level - 1]))
  return (
    <Select
      searchable
      placeholder={t('team')}
      nothingFoundMessage={t('noTeam')}
      data={teams.map((team) => ({ value: team.id, label: team.name }))}
      renderOption={({ option }) => (
        <span className={classes.option} style={{ '--level': levels.get(option.value) ?? 0 } as React.CSSProperties}>
          {option.label}
        </span>
      )}
      {...rest}
    />
  )
}
