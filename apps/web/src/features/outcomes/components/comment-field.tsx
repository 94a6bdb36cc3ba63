import { Combobox, Textarea, useCombobox } from '@mantine/core'
import { textLimits } from '@oeuvre/domain/text/storable'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import type { CommentDraft } from '../model/comment-draft.ts'
import { type Asked, askedAt, matching } from '../model/mentions.ts'
import styles from './comments.module.css'

type FieldProps = {
  readonly outcomeId: string
  readonly label: string
  readonly draft: CommentDraft
  readonly onChange: (draft: CommentDraft) => void
  readonly onSend: () => void
  readonly onCancel?: () => void
  readonly error?: ReactNode
}

const shown = 6

/** Those who will see it first; then colleagues who will not. */
function usePeople(outcomeId: string, asked: Asked | null) {
  const isAsked = asked !== null
  const { data } = useQuery(trpc.comments.audience.queryOptions({ outcomeId }, { enabled: isAsked, staleTime: 60_000 }))
  const seeing = matching(data?.people ?? [], asked?.text ?? '')
  const isSearched = isAsked && asked.text.length >= 2 && seeing.length < shown
  const others = useQuery(
    trpc.people.suggest.queryOptions(
      { q: asked?.text ?? '' },
      { enabled: isSearched, placeholderData: keepPreviousData, staleTime: 60_000 },
    ),
  )
  if (!isAsked) return []
  const known = new Set((data?.people ?? []).map(({ id }) => id))
  const rest = isSearched ? matching(others.data ?? [], asked.text).filter(({ id }) => !known.has(id)) : []
  return [...seeing.map((one) => ({ ...one, seesIt: true })), ...rest.map(({ id, name }) => ({ id, name, seesIt: false }))].slice(0, shown)
}

/** Words in which people are named with @. Ctrl or ⌘ with Enter sends. */
export function CommentField({ outcomeId, label, draft, onChange, onSend, onCancel, error }: FieldProps) {
  const t = useTranslations('comments')
  const field = useRef<HTMLTextAreaElement>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const people = usePeople(outcomeId, asked)
  const combobox = useCombobox({ opened: people.length > 0, onDropdownClose: () => setAsked(null) })
  // Enter takes the first, as soon as there is one.
  const selectFirst = useEffectEvent(() => combobox.selectFirstOption())
  const offered = people.map((one) => one.id).join()
  useEffect(() => {
    if (offered !== '') selectFirst()
  }, [offered])
  const look = ({ value, selectionStart }: HTMLTextAreaElement) => {
    setAsked(askedAt(value, selectionStart))
  }
  function name(id: string) {
    const person = people.find((one) => one.id === id)
    if (!person || !asked) return
    const before = `${draft.text.slice(0, asked.from)}@${person.name} `
    const after = draft.text.slice(asked.from + 1 + asked.text.length).replace(/^ /, '')
    onChange({ ...draft, text: before + after, people: [...draft.people.filter((one) => one.id !== id), { id, name: person.name }] })
    setAsked(null)
    requestAnimationFrame(() => field.current?.setSelectionRange(before.length, before.length))
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSend()
    } else if (event.key === 'Escape' && onCancel && people.length === 0) onCancel()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={name} position="bottom-start" width={240} withinPortal={false}>
      <Combobox.EventsTarget>
        <Textarea
          ref={field}
          aria-label={label}
          placeholder={t('placeholder')}
          value={draft.text}
          maxLength={textLimits.comment}
          autosize
          minRows={2}
          maxRows={12}
          error={error}
          onChange={(event) => {
            onChange({ ...draft, text: event.currentTarget.value })
            look(event.currentTarget)
          }}
          onClick={(event) => look(event.currentTarget)}
          onBlur={() => setAsked(null)}
          onKeyDown={onKeyDown}
        />
      </Combobox.EventsTarget>
      <Combobox.DropdownTarget>
        <span />
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={people.length === 0}>
        <Combobox.Options aria-label={t('people')}>
          {people.map((person) => (
            <Combobox.Option key={person.id} value={person.id} className={styles.person}>
              {person.name}
              {!person.seesIt && <small> · {t('notSeen')}</small>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
