import { Menu, Popover } from '@mantine/core'
import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { outcomeSorts } from '@oeuvre/domain/outcomes/filter/schema'
import { FilterBar, FilterButton } from '@oeuvre/ui/actions/filter-bar.tsx'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { Icon } from '@oeuvre/ui/marks/icon.tsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Choice, useListChoices } from '../model/use-list-choices.ts'
import styles from './list-filters.module.css'

export type OnFilter = (next: ListFilter) => void
type FiltersProps = { readonly filter: ListFilter; readonly onFilter: OnFilter; readonly end?: React.ReactNode }

/** What the list can be narrowed to; all of it stands in the address. */
export function ListFilters({ filter, onFilter, end }: FiltersProps) {
  const t = useTranslations('review.list')
  const choices = useListChoices()
  // The order that needs no word in the address.
  const usual = filter.q ? 'best' : 'latest'
  const several = (key: 'state' | 'type' | 'channel' | 'side') => (
    <Several
      key={key}
      label={t(key)}
      choices={choices[key]}
      chosen={filter[key] ?? []}
      onChoose={(next) => onFilter({ ...filter, [key]: next })}
    />
  )
  return (
    <FilterBar end={end}>
      <FilterToggle pressed={filter.mine === true} onToggle={(mine) => onFilter({ ...filter, mine: mine || undefined })}>
        {t('mine')}
      </FilterToggle>
      {several('state')}
      {several('type')}
      {several('channel')}
      {several('side')}
      <Several
        label={t('rung')}
        choices={choices.rung}
        chosen={(filter.rung ?? []).map(String)}
        onChoose={(next) => onFilter({ ...filter, rung: rungsOf(next) })}
      />
      <Several
        label={t('team')}
        choices={choices.team}
        chosen={filter.team ? [filter.team] : []}
        onChoose={(next) => onFilter({ ...filter, team: next.at(-1), alone: undefined, within: undefined })}
        single
      />
      {choices.objective.length > 1 && (
        <Several
          label={t('ofObjective')}
          choices={choices.objective}
          chosen={filter.objective ?? []}
          onChoose={(next) => onFilter({ ...filter, objective: next })}
        />
      )}
      {choices.program.length > 1 && (
        <Several
          label={t('ofProgram')}
          choices={choices.program}
          chosen={filter.program ?? []}
          onChoose={(next) => onFilter({ ...filter, program: next })}
        />
      )}
      <Days filter={filter} onFilter={onFilter} />
      <Menu position="bottom-start">
        <Menu.Target>
          <FilterButton before={t('sort')}>{t(`sorts.${filter.sort === 'best' ? usual : (filter.sort ?? usual)}`)}</FilterButton>
        </Menu.Target>
        <Menu.Dropdown>
          {outcomeSorts
            .filter((sort) => sort !== 'best' || usual === 'best')
            .map((sort) => (
              <Menu.Item key={sort} onClick={() => onFilter({ ...filter, sort: sort === usual ? undefined : sort })}>
                {t(`sorts.${sort}`)}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
    </FilterBar>
  )
}

function rungsOf(keys: readonly string[]): ListFilter['rung'] {
  return ([1, 2, 3, 4, 5] as const).filter((rung) => keys.includes(String(rung)))
}

function FilterToggle({ pressed, onToggle, children }: { pressed: boolean; onToggle: (next: boolean) => void; children: React.ReactNode }) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={pressed} onClick={() => onToggle(!pressed)}>
      {children}
    </button>
  )
}

type SeveralProps = {
  readonly label: string
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
  readonly onChoose: (next: string[]) => void
  readonly single?: boolean
}

/** A menu of which several can be on; it stays open while choosing. */
function Several({ label, choices, chosen, onChoose, single = false }: SeveralProps) {
  const t = useTranslations('review.list')
  const known = choices.filter((choice) => chosen.includes(choice.key))
  const shown = known.length === 1 ? known[0]?.label : chosen.length > 0 ? t('several', { count: String(chosen.length) }) : null
  return (
    <Menu position="bottom-start" closeOnItemClick={single}>
      <Menu.Target>
        <FilterButton before={shown ? label : undefined} active={shown !== null}>
          {shown ?? label}
        </FilterButton>
      </Menu.Target>
      <Menu.Dropdown className={styles.tall}>
        {choices.map(({ key, label: name }) => {
          const isOn = chosen.includes(key)
          return (
            <Menu.Item
              key={key}
              role={single ? 'menuitemradio' : 'menuitemcheckbox'}
              aria-checked={isOn}
              rightSection={isOn ? <Icon name="check" size={14} /> : null}
              onClick={() => onChoose(isOn ? chosen.filter((one) => one !== key) : [...chosen, key])}
            >
              {name}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

function Days({ filter, onFilter }: FiltersProps) {
  const t = useTranslations('review.list')
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <FilterButton active={Boolean(filter.from || filter.to)} onClick={() => setOpen(!isOpen)}>
          {t('dates')}
        </FilterButton>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          key={`${filter.from}${filter.to}`}
          className={styles.days}
          onSubmit={(event) => {
            event.preventDefault()
            const given = new FormData(event.currentTarget)
            const [from, to] = [String(given.get('from')) || undefined, String(given.get('to')) || undefined]
            onFilter(from && to && from > to ? { ...filter, from: to, to: from } : { ...filter, from, to })
            setOpen(false)
          }}
        >
          <label>
            {t('from')} <input type="date" name="from" defaultValue={filter.from} />
          </label>
          <label>
            {t('to')} <input type="date" name="to" defaultValue={filter.to} />
          </label>
          <PlainAction type="submit">{t('apply')}</PlainAction>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
