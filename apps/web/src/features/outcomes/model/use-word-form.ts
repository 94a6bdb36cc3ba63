import { useForm } from '@mantine/form'
import { ValueKind } from '@oeuvre/domain/credits/schema'
import type { Vocabulary, WordKind } from '@oeuvre/domain/outcomes/types/schema'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpcClient } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { useWordsChanged } from './use-words.ts'
import { freestPigment, type Word } from './words.ts'

export type WordValues = { name: string; valueKind: string; pigment: number; kind: string }

function valuesOf(word: Word | null, vocabulary: Vocabulary): WordValues {
  const { name } = word ?? { name: null }
  return {
    name: name ?? '',
    valueKind: word?.word === 'type' ? word.valueKind : 'realised',
    pigment: word?.word === 'type' ? word.pigment : freestPigment(vocabulary.types),
    kind: word?.word === 'channel' ? word.kind : 'conventional',
  }
}

function save(kind: WordKind, id: string, values: WordValues): Promise<unknown> {
  // Empty is the built-in name again; where there is none the server says that a name is missing.
  const name = values.name.trim() === '' ? null : values.name
  if (kind === 'decline' || kind === 'changes') return trpcClient.vocabulary.saveReason.mutate({ id, name, kind })
  if (kind === 'skill') return trpcClient.vocabulary.saveSkill.mutate({ id, name })
  if (kind === 'channel')
    return trpcClient.vocabulary.saveChannel.mutate({ id, name, kind: values.kind === 'social' ? 'social' : 'conventional' })
  return trpcClient.vocabulary.saveType.mutate({ id, name, valueKind: ValueKind.parse(values.valueKind), pigment: values.pigment })
}

/** A word being written: a new one (`word` null), whose id is minted once, or one that is there. */
export function useWordForm(kind: WordKind, word: Word | null, vocabulary: Vocabulary, onSaved: () => void) {
  const t = useTranslations('outcomesWords.form')
  const words = useWords()
  const { done } = useNotices()
  const refresh = useWordsChanged()
  const form = useForm({ initialValues: valuesOf(word, vocabulary) })
  const [freshId] = useState(() => crypto.randomUUID())
  const [problem, setProblem] = useState('')
  const mutation = useMutation({
    mutationFn: (values: WordValues) => save(kind, word?.id ?? freshId, values),
    meta: { showsItsErrors: true },
    onSuccess(_, values) {
      done(t(word ? 'saved' : 'created', { name: values.name || (word?.name ?? '') }))
      onSaved()
    },
    onError: (error) => setProblem(refuse(form, error, words, ['name', 'valueKind', 'pigment', 'kind']).join(' ')),
    onSettled: refresh,
  })
  const submit = form.onSubmit((values) => {
    setProblem('')
    mutation.mutate(values)
  })
  return { form, problem, isPending: mutation.isPending, submit }
}
export type WordForm = ReturnType<typeof useWordForm>['form']
