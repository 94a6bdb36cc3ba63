import { useForm } from '@mantine/form'
import type { ProgramForm, ProgramPage } from '@oeuvre/domain/programs/schema'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { missingOf } from '../../../lib/required.ts'
import { useProgramsChanged } from './use-programs-changed.ts'

type Named = { readonly id: string; readonly name: string }
export type ProgramValues = {
  title: string
  why: string
  objectiveId: string | null
  owner: Named | null
  form: ProgramForm
  channelIds: string[]
  coaches: readonly Named[]
  from: string | null
  to: string | null
  /** As it is typed. */
  budget: string
  /** As the field has it: a number, or nothing. */
  hours: number | string
  waves: number | string
}
export type Edited = ProgramPage['program'] & Pick<ProgramPage, 'currency' | 'digits'>

const fields = [
  'title',
  'why',
  'objectiveId',
  'ownerId',
  'form',
  'channelIds',
  'coachIds',
  'from',
  'to',
  'budget',
  'hours',
  'waves',
] as const

type Start = { readonly edited: Edited | null; readonly fresh: Pick<ProgramValues, 'owner' | 'from' | 'to'> }

/** The form of a new program, or of one that is set anew. What was refused stands beside its field, and what was typed stays. */
export function useProgramForm({ edited, fresh }: Start, onSaved: (id: string) => void) {
  const f = useFormat()
  const words = useWords()
  const refresh = useProgramsChanged()
  const [id] = useState(() => edited?.id ?? crypto.randomUUID())
  const [problem, setProblem] = useState('')
  const form = useForm<ProgramValues>({ initialValues: edited ? valuesOf(edited, f) : { ...blank, ...fresh } })
  const save = useMutation(
    trpc.programs.save.mutationOptions({
      meta: { showsItsErrors: true },
      async onSuccess() {
        await refresh()
        onSaved(id)
      },
      onError: (error) => setProblem(refuse(form, error, words, fields).join(' ')),
    }),
  )
  const submit = form.onSubmit(({ owner, coaches, from, to, hours, waves, ...values }) => {
    setProblem('')
    const missing = missingOf({ title: values.title, from, to, ownerId: owner }, words)
    if (missing || from === null || to === null || owner === null) return form.setErrors(missing ?? {})
    save.mutate({
      ...values,
      ...{ id, version: edited?.version ?? null, from, to, ownerId: owner.id, coachIds: coaches.map((coach) => coach.id) },
      ...{ hours: hours === '' ? null : Number(hours), waves: waves === '' ? 1 : Number(waves), decimalMark: f.decimalMark },
    })
  })
  return { form, problem, submit, isPending: save.isPending }
}

const blank: Omit<ProgramValues, keyof Start['fresh']> = {
  ...{ title: '', why: '', objectiveId: null, form: 'targeted', channelIds: [], coaches: [], budget: '', hours: '', waves: 1 },
}

function valuesOf(edited: Edited, f: ReturnType<typeof useFormat>): ProgramValues {
  const { title, why, objective, owner, form, channelIds, coaches, from, to, budgetMinor, digits, hours, waves } = edited
  const budget = budgetMinor === null ? '' : f.amount({ minor: budgetMinor, digits })
  return {
    title,
    why,
    objectiveId: objective?.id ?? null,
    owner,
    form,
    channelIds: [...channelIds],
    coaches,
    from,
    to,
    budget,
    hours: hours ?? '',
    waves,
  }
}
