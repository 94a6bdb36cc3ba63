import { useForm } from '@mantine/form'
import type { StoryPage } from '@oeuvre/domain/stage/schema'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { missingOf } from '../../../lib/required.ts'
import { useStageChanged } from './use-stage-changed.ts'
import type { WordValues } from './word-values.ts'

const fields = ['reason', 'quote', 'needed', 'learnt', 'thanks', 'clientAs'] as const
type Rewording = { readonly page: StoryPage; readonly words: NonNullable<StoryPage['words']> }

/** The form by which other words are said of a story. What was refused stands beside its field, and what was typed stays. */
export function useRewording({ page, words: { isClientWithheld, ...before } }: Rewording, onSaved: () => void) {
  const t = useTranslations('stage.act')
  const words = useWords()
  const refresh = useStageChanged()
  const { done } = useNotices()
  const [problem, setProblem] = useState('')
  const [{ id, version }] = useState({ id: page.story.id, version: page.version })
  const form = useForm<WordValues>({ initialValues: { ...before, client: isClientWithheld ? 'withheld' : 'shown' } })
  const save = useMutation(
    trpc.stage.reword.mutationOptions({
      meta: { showsItsErrors: true },
      async onSuccess() {
        await refresh()
        done(t('reworded'))
        onSaved()
      },
      onError: (error) => setProblem(refuse(form, error, words, fields).join(' ')),
    }),
  )
  const submit = form.onSubmit(({ client, ...values }) => {
    setProblem('')
    const missing = missingOf({ reason: values.reason }, words)
    if (missing) return form.setErrors(missing)
    save.mutate({ ...values, id, version, isClientWithheld: client === 'withheld' })
  })
  return { form, problem, submit, isPending: save.isPending }
}
