import { Menu, Popover } from '@mantine/core'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { FilterBar, FilterButton } from '@oeuvre/ui/actions/filter-bar.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { type ReactNode, useState } from 'react'
import { usePageWords } from '../model/use-page-words.ts'
import styles from './impact-bar.module.css'

type Change = (change: Partial<ImpactFilter>) => void
const periods = ['this-month', 'last-month', 'this-quarter', 'last-quarter', 'this-year', 'last-year', 'last-12-months'] as const
const comparisons = ['previous', 'year-before', 'none'] as const

type BarProps = { page: ImpactPage; filter: ImpactFilter; onFilter: Change; take?: ReactNode }

/** Period, comparison and slice: all of it in the address. */
export function ImpactBar({ page, filter, onFilter, take }: BarProps) {
  const { t, period } = usePageWords(page)
  const team = page.teams.find((row) => row.teamId === filter.team)
  const isSliced = Boolean(filter.team || filter.type?.length || filter.channel?.length || filter.side?.length || filter.person)
  return (
    <FilterBar end={take}>
      <Menu position="bottom-start">
        <Menu.Target>
          <FilterButton aria-label={t('bar.periodIs', { period: period(page.period) })}>{period(page.period)}</FilterButton>
        </Menu.Target>
        <Menu.Dropdown>
          {periods.map((code) => (
            <Menu.Item key={code} onClick={() => onFilter({ period: code })}>
              {t(`periods.${code}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Dates page={page} onFilter={onFilter} />
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
      <Menu position="bottom-start">
        <Menu.Target>
          <FilterButton active={Boolean(filter.team)}>
            {team?.name ?? t(page.scope === 'organization' ? 'bar.whole' : 'bar.reach')}
          </FilterButton>
        </Menu.Target>
        <Menu.Dropdown className={styles.tall}>
          <Menu.Item onClick={() => onFilter({ team: undefined })}>
            {t(page.scope === 'organization' ? 'bar.whole' : 'bar.reach')}
          </Menu.Item>
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
      {isSliced && (
        <QuietAction onClick={() => onFilter({ team: undefined, type: undefined, channel: undefined, side: undefined, person: undefined })}>
          {t('bar.clear')}
        </QuietAction>
      )}
    </FilterBar>
  )
}

function Dates({ page, onFilter }: { page: ImpactPage; onFilter: Change }) {
  const { t } = usePageWords(page)
  const [isOpen, setOpen] = useState(false)
  const [from, setFrom] = useState(page.period.from)
  const [to, setTo] = useState(page.period.to)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <FilterButton onClick={() => setOpen(!isOpen)}>{t('periods.custom')}</FilterButton>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className={styles.dates}
          onSubmit={(event) => {
            event.preventDefault()
            if (!from || !to) return
            onFilter({ period: from <= to ? `${from}..${to}` : `${to}..${from}` })
            setOpen(false)
          }}
        >
          <label>
            {t('periods.from')} <input type="date" value={from} onChange={(e) => setFrom(e.currentTarget.value)} required />
          </label>
          <label>
            {t('periods.to')} <input type="date" value={to} onChange={(e) => setTo(e.currentTarget.value)} required />
          </label>
          <PlainAction type="submit">{t('periods.apply')}</PlainAction>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
