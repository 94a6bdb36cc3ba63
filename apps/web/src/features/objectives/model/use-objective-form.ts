import { useForm } from '@mantine/form'
import type { ObjectiveMeasure, ObjectivePage } from '@oeuvre/domain/objectives/schema'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { missingOf } from '../../../lib/required.ts'
import { useObjectivesChanged } from './use-objectives-changed.ts'

export type ObjectiveValues = {
  title: string
  why: string
  teamId: string | null
  parentId: string | null
  measure: ObjectiveMeasure
  typeIds: string[]
  from: string | null
  to: string | null
  /** As it is typed. */
  target: string
  owner: { readonly id: string; readonly name: string } | null
}
export type Edited = ObjectivePage['objective'] & Pick<ObjectivePage, 'currency' | 'digits'>
export const objectiveFields = ['title', 'why', 'teamId', 'parentId', 'measure', 'typeIds', 'from', 'to', 'target', 'ownerId'] as const

type Start = { readonly edited: Edited | null; readonly fresh: Pick<ObjectiveValues, 'teamId' | 'parentId' | 'from' | 'to' | 'owner'> }

/** The form of a new objective, or of one that is set anew. What was refused stands beside its field, and what was typed stays. */
export function useObjectiveForm({ edited, fresh }: Start, onSaved: (id: string) => void) {
  const f = useFormat()
  const words = useWords()
  const refresh = useObjectivesChanged()
  const [id] = useState(() => edited?.id ?? crypto.randomUUID())
  const [problem, setProblem] = useState('')
  const form = useForm<ObjectiveValues>({ initialValues: edited ? valuesOf(edited, f) : { ...blank, ...fresh } })
  const save = useMutation(
    trpc.objectives.save.mutationOptions({
      meta: { showsItsErrors: true },
      async onSuccess() {
        await refresh()
        onSaved(id)
      },
      onError: (error) => setProblem(refuse(form, error, words, objectiveFields).join(' ')),
    }),
  )
  const submit = form.onSubmit(({ owner, from, to, ...values }) => {
    setProblem('')
    const missing = missingOf({ title: values.title, from, to, ownerId: owner }, words)
    if (missing || from === null || to === null || owner === null) return form.setErrors(missing ?? {})
    save.mutate({ ...values, id, version: edited?.version ?? null, from, to, ownerId: owner.id, decimalMark: f.decimalMark })
  })
  return { form, problem, submit, isPending: save.isPending }
}

const blank: Omit<ObjectiveValues, keyof Start['fresh']> = { title: '', why: '', measure: 'results', typeIds: [], target: '' }

function valuesOf(edited: Edited, f: ReturnType<typeof useFormat>): ObjectiveValues {
  const { title, why, team, parentId, measure, typeIds, from, to, owner, progress, digits } = edited
  return { title, why, teamId: team?.id ?? null, parentId, measure, typeIds: [...typeIds], from, to, owner, target: targetText() }

  function targetText(): string {
    if (progress.target === null) return ''
    return measure === 'results' ? String(Number(progress.target) / 10_000) : f.amount({ minor: progress.target, digits })
  }
}
