import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import classes from './log.module.css'

export type PickedPerson = { readonly id: string; readonly name: string }

type PersonPickerProps = {
  readonly label: string
  /** Day of the result: nobody who had left before it. */
  readonly on: string | null
  /** Already named. */
  readonly without: readonly string[]
  readonly onPick: (person: PickedPerson) => void
  readonly onClose: () => void
}

/** Finds a colleague by name; title and team tell those of one name apart. Opens ready to type. */
export function PersonPicker({ label, on, without, onPick, onClose }: PersonPickerProps) {
  const t = useTranslations('outcomesLog.who')
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 120)
  const { data, isFetching } = useQuery(
    trpc.people.suggest.queryOptions(
      { q: q.slice(0, 200), ...(on ? { on } : {}) },
      { placeholderData: keepPreviousData, staleTime: 60_000 },
    ),
  )
  const people = (data ?? []).filter((person) => !without.includes(person.id))
  return (
    <Select
      aria-label={label}
      placeholder={label}
      searchable
      autoFocus
      defaultDropdownOpened
      selectFirstOptionOnChange
      searchValue={typed}
      onSearchChange={setTyped}
      value={null}
      data={people.map(({ id, name }) => ({ value: id, label: name }))}
      filter={({ options }) => options}
      nothingFoundMessage={isFetching ? t('searching') : t('nobody')}
      renderOption={({ option }) => {
        const person = people.find(({ id }) => id === option.value)
        return (
          <span className={classes.option}>
            <b>{option.label}</b>
            <small>{[person?.title, person?.team?.name].filter(Boolean).join(' · ')}</small>
          </span>
        )
      }}
      onChange={(id) => {
        const person = people.find((one) => one.id === id)
        if (person) onPick({ id: person.id, name: person.name })
      }}
      onDropdownClose={onClose}
      className={classes.picker}
    />
  )
}
