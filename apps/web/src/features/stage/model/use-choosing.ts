import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc, trpcClient } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { missingOf } from '../../../lib/required.ts'
import { useStageChanged } from './use-stage-changed.ts'
import type { WordValues } from './word-values.ts'

type ChoosingValues = WordValues & { from: string | null; until: string | null; place: 'lead' | 'inside' }
const fields = ['reason', 'quote', 'needed', 'learnt', 'thanks', 'clientAs', 'from', 'until'] as const

/** The form by which a result is put on stage. What was refused stands beside its field, and what was typed stays. */
export function useChoosing({ outcomeId, today }: { readonly outcomeId: string; readonly today: string }, onSaved: (id: string) => void) {
  const t = useTranslations('stage.act')
  const words = useWords()
  const refresh = useStageChanged()
  const { done } = useNotices()
  const [id] = useState(() => crypto.randomUUID())
  const [problem, setProblem] = useState('')
  const form = useForm<ChoosingValues>({
    initialValues: {
      ...{ reason: '', quote: '', needed: '', learnt: '', thanks: '', client: 'shown', clientAs: '' },
      ...{ from: today, until: null, place: 'inside' },
    },
  })
  const choose = useMutation(
    trpc.stage.choose.mutationOptions({
      meta: { showsItsErrors: true },
      async onSuccess(saved) {
        await refresh()
        done(t('chosen'), { undo: () => void trpcClient.stage.undo.mutate(saved).then(refresh) })
        onSaved(saved.id)
      },
      onError: (error) => setProblem(refuse(form, error, words, fields).join(' ')),
    }),
  )
  const submit = form.onSubmit(({ client, from, until, place, ...values }) => {
    setProblem('')
    const missing = missingOf({ reason: values.reason, from }, words)
    if (missing || from === null) return form.setErrors(missing ?? {})
    choose.mutate({ ...values, id, outcomeId, from, until, isClientWithheld: client === 'withheld', isLead: place === 'lead' })
  })
  return { form, problem, submit, isPending: choose.isPending }
}
