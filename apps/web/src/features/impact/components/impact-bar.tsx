import { Menu } from '@mantine/core'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { comparisons } from '@oeuvre/domain/impact/schema'
import { FilterBar, FilterButton } from '@oeuvre/ui/actions/filter-bar.tsx'
import { type ReactNode, useState } from 'react'
import { useNames } from '../model/use-names.ts'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './impact-bar.module.css'
import { PastDay } from './past-day.tsx'
import { PeriodMenu } from './period-menu.tsx'
import { SlicePanel } from './slice-panel.tsx'

type BarProps = {
  readonly page: ImpactPage
  readonly filter: ImpactFilter
  readonly onFilter: (change: Partial<ImpactFilter>) => void
  /** The ways in which the page leaves the house. */
  readonly take?: ReactNode
  /** Selections that were kept. */
  readonly views?: ReactNode
}

/** Period, comparison, slice and the day it stands on: all of it in the address. */
export function ImpactBar({ page, filter, onFilter, take, views }: BarProps) {
  const { t } = usePageWords(page)
  const [isPanel, setPanel] = useState(false)
  return (
    <FilterBar end={take}>
      <PeriodMenu page={page} onFilter={onFilter} />
      <Menu position="bottom-start">
        <Menu.Target>
          <FilterButton before={t('bar.compared')}>{t(`bar.${filter.compare ?? 'previous'}`)}</FilterButton>
        </Menu.Target>
        <Menu.Dropdown>
          {comparisons.map((code) => (
            <Menu.Item key={code} onClick={() => onFilter({ compare: code === 'previous' ? undefined : code })}>
              {t(`bar.${code}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <TeamMenu page={page} filter={filter} onFilter={onFilter} />
      <FilterButton aria-haspopup="dialog" aria-expanded={isPanel} onClick={() => setPanel(true)}>
        {t('bar.slice')}
      </FilterButton>
      <PastDay page={page} onFilter={onFilter} />
      {views}
      {isPanel && <SlicePanel page={page} filter={filter} onFilter={onFilter} onClose={() => setPanel(false)} />}
    </FilterBar>
  )
}

function TeamMenu({ page, filter, onFilter }: Omit<BarProps, 'take' | 'views'>) {
  const { t } = usePageWords(page)
  const nameOf = useNames(page)
  const whole = t(page.scope === 'organization' ? 'bar.whole' : 'bar.reach')
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <FilterButton active={Boolean(filter.team)}>{filter.team ? nameOf('team', filter.team) : whole}</FilterButton>
      </Menu.Target>
      <Menu.Dropdown className={styles.tall}>
        <Menu.Item onClick={() => onFilter({ team: undefined })}>{whole}</Menu.Item>
        {page.teams.flatMap((row) =>
          row.teamId ? (
            <Menu.Item key={row.teamId} onClick={() => onFilter({ team: row.teamId ?? undefined })}>
              {row.name}
            </Menu.Item>
          ) : (
            []
          ),
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
