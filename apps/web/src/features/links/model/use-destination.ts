import { useForm } from '@mantine/form'
import type { LinkView } from '@oeuvre/domain/links/schema'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { useLinksChanged } from './use-link-changes.ts'

/** Another page for a link, with its undo; looked at then where that is possible. */
export function useDestination({ id, destination: before }: Pick<LinkView, 'id' | 'destination'>, canCheck: boolean) {
  const t = useTranslations('links.change')
  const words = useWords()
  const { done } = useNotices()
  const onSettled = useLinksChanged()
  const [problem, setProblem] = useState('')
  const form = useForm({ initialValues: { destination: before } })
  const check = useMutation(trpc.links.check.mutationOptions({ meta: { showsItsErrors: true }, onSettled }))
  const change = useMutation(trpc.links.change.mutationOptions({ meta: { showsItsErrors: true }, onSettled }))
  function lead(to: string, from: string, isBack: boolean): void {
    const asked = { id, before: from, destination: to }
    change.mutate(asked, {
      onSuccess(link) {
        form.setValues({ destination: link.destination })
        if (isBack) done(t('undone'))
        else done(t('done'), { undo: () => lead(from, link.destination, true) })
        if (canCheck) check.mutate({ id })
      },
      onError: (error) => setProblem(refuse(form, error, words, ['destination']).join(' ')),
    })
  }
  const submit = form.onSubmit(({ destination }) => {
    setProblem('')
    lead(destination, before, false)
  })
  return { form, problem, submit, isPending: change.isPending }
}
