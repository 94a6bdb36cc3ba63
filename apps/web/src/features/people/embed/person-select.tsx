import { Combobox, type InputBaseProps, Loader, Pill, PillsInput, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { PersonBrief } from '@oeuvre/domain/people/schema'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import classes from './person-select.module.css'

type Named = Pick<PersonBrief, 'id' | 'name'>
type PersonSelectProps = Pick<InputBaseProps, 'label' | 'description' | 'error' | 'size'> & {
  readonly value: readonly Named[]
  readonly onChange: (people: readonly Named[]) => void
  /** Whom to offer: nobody who had left before that day. Absent: today. */
  readonly on?: string
  /** One at most: choosing replaces. */
  readonly isSingle?: boolean
}

/** People by name, as one types: a few at a time, with their team to tell namesakes apart. */
export function PersonSelect({ value, onChange, on, isSingle = false, ...field }: PersonSelectProps) {
  const t = useTranslations('people.picker')
  const [text, setText] = useState('')
  const { people, isSearching } = useSuggestions(text, on)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const offered = people.filter((person) => !value.some((chosen) => chosen.id === person.id))
  function choose(id: string) {
    const person = offered.find((one) => one.id === id)
    if (person) onChange(isSingle ? [person] : [...value, person])
    setText('')
    if (isSingle) combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={choose}>
      <Combobox.DropdownTarget>
        <PillsInput size="md" {...field} rightSection={isSearching ? <Loader size={14} /> : null} onClick={() => combobox.openDropdown()}>
          <Pill.Group>
            {value.map((person) => (
              <Pill
                key={person.id}
                size="md"
                withRemoveButton
                removeButtonProps={{ 'aria-label': t('remove', { name: person.name }), tabIndex: 0, 'aria-hidden': false }}
                onRemove={() => onChange(value.filter((one) => one.id !== person.id))}
              >
                {person.name}
              </Pill>
            ))}
            <Combobox.EventsTarget>
              <PillsInput.Field
                value={text}
                placeholder={value.length === 0 ? t('placeholder') : undefined}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onChange={(event) => {
                  setText(event.currentTarget.value)
                  combobox.openDropdown()
                  combobox.updateSelectedOptionIndex()
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Backspace' && text === '') onChange(value.slice(0, -1))
                }}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }}>
          {offered.map((person) => (
            <Combobox.Option key={person.id} value={person.id}>
              {person.name}
              <span className={classes.about}>{[person.title, person.team?.name].filter(Boolean).join(' · ')}</span>
            </Combobox.Option>
          ))}
          {offered.length === 0 && <Combobox.Empty>{isSearching ? t('searching') : t('nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function useSuggestions(text: string, on: string | undefined) {
  const [q] = useDebouncedValue(text, 150)
  const { data = [], isFetching } = useQuery(trpc.people.suggest.queryOptions({ q, on }, { placeholderData: keepPreviousData }))
  return { people: data, isSearching: isFetching }
}
