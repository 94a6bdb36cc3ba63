import { useForm } from '@mantine/form'
import type { PersonRecord } from '@oeuvre/domain/people/schema'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { hasCode } from '../../../lib/refusals.ts'
import { usePeopleChanged } from './use-people-changed.ts'

export const personFields = ['name', 'email', 'title', 'site', 'externalId', 'joinedOn'] as const
export type PersonField = (typeof personFields)[number]
export type PersonValues = Record<Exclude<PersonField, 'joinedOn'>, string> & {
  joinedOn: string | null
  teamId: string | null
  teamFrom: string | null
}

const empty: PersonValues = { name: '', email: '', title: '', site: '', externalId: '', joinedOn: null, teamId: null, teamFrom: null }

function valuesOf(record: PersonRecord): PersonValues {
  const { name, email, title, site, externalId, joinedOn } = record
  return { ...empty, name, email: email ?? '', title: title ?? '', site: site ?? '', externalId: externalId ?? '', joinedOn }
}

function usePersonFields(initialValues: PersonValues) {
  return useForm<PersonValues>({ initialValues })
}
export type PersonForm = ReturnType<typeof usePersonFields>

/** A new person. The id is minted once per form, so that sending twice makes one person. */
export function useCreatePerson(teamId: string | null, onCreated: (id: string) => void) {
  const t = useTranslations('people.form')
  const words = useWords()
  const { done } = useNotices()
  const refresh = usePeopleChanged()
  const form = usePersonFields({ ...empty, teamId })
  const [id] = useState(() => crypto.randomUUID())
  const [problem, setProblem] = useState('')
  const create = useMutation(
    trpc.people.create.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess(_, input) {
        done(t('created', { name: input.name }))
        onCreated(id)
      },
      onError: (error) => setProblem(refuse(form, error, words, personFields).join(' ')),
      onSettled: refresh,
    }),
  )
  const submit = form.onSubmit(({ teamId, teamFrom, ...values }) => {
    setProblem('')
    create.mutate({ id, ...values, team: teamId ? { teamId, from: teamFrom } : null })
  })
  return { form, problem, isPending: create.isPending, submit }
}

/**
 * A record being edited. When somebody else changed it meanwhile, what was typed stays and what they wrote is shown beside it;
 * saving again then is a decision.
 */
export function useEditPerson(record: PersonRecord) {
  const t = useTranslations('people.form')
  const words = useWords()
  const { done } = useNotices()
  const refresh = usePeopleChanged()
  const form = usePersonFields(valuesOf(record))
  const [read, setRead] = useState(record)
  const [problem, setProblem] = useState('')
  const [isConflict, setConflict] = useState(false)
  const edit = useMutation(
    trpc.people.edit.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess({ version }, input) {
        done(t('saved', { name: input.name }))
        setRead({ ...read, version })
        setConflict(false)
        form.resetDirty()
      },
      onError(error) {
        setConflict(hasCode(error, 'conflict'))
        setProblem(hasCode(error, 'conflict') ? '' : refuse(form, error, words, personFields).join(' '))
      },
      onSettled: refresh,
    }),
  )
  const submit = form.onSubmit(({ teamId: _team, teamFrom: _from, ...values }) => {
    setProblem('')
    edit.mutate({ id: record.id, version: isConflict ? record.version : read.version, ...values })
  })
  /** What somebody else wrote into the field meanwhile. */
  const meanwhile = (field: PersonField) => {
    const now = record[field] ?? ''
    return isConflict && now !== (read[field] ?? '') && now !== (form.values[field] ?? '') ? now : null
  }
  return { form, problem, isConflict, meanwhile, isPending: edit.isPending, submit }
}
