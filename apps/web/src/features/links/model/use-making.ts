import { useForm } from '@mantine/form'
import { type LinkView, linkPlaces } from '@oeuvre/domain/links/schema'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { useLinksChanged } from './use-link-changes.ts'

/** `place`: a place, or `<platform>@<account>`. */
type Values = { destination: string; place: string | null; programId: string | null; note: string; lastDay: string | null }
const fields = ['destination', 'place', 'programId', 'note', 'lastDay'] as const

/** A new link. Once made, its page is looked at where that is possible; what was typed stays after a refusal. */
export function useMaking(
  { programId, canCheck }: { readonly programId: string | null; readonly canCheck: boolean },
  onMade: (link: LinkView) => void,
) {
  const t = useTranslations('links.make')
  const words = useWords()
  const { done } = useNotices()
  const changed = useLinksChanged()
  const [id, setId] = useState(() => crypto.randomUUID())
  const [problem, setProblem] = useState('')
  const form = useForm<Values>({ initialValues: { destination: '', place: null, programId, note: '', lastDay: null } })
  const check = useMutation(trpc.links.check.mutationOptions({ meta: { showsItsErrors: true }, onSettled: changed }))
  const make = useMutation(
    trpc.links.make.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess(link) {
        done(t('done'))
        void changed()
        setId(crypto.randomUUID())
        form.reset()
        if (canCheck) check.mutate({ id: link.id })
        onMade(link)
      },
      // Nothing changed, so nothing is asked again meanwhile: what is mended at once goes at once.
      onError: (error) => setProblem(refuse(form, error, words, fields).join(' ')),
    }),
  )
  const submit = form.onSubmit(({ place: chosen, ...values }) => {
    setProblem('')
    const [code, accountId = null] = (chosen ?? '').split('@')
    const place = linkPlaces.find((one) => one === code)
    const missing = [...(values.destination.trim() === '' ? ['destination'] : []), ...(place ? [] : ['place'])]
    if (missing.length > 0 || !place)
      return form.setErrors(Object.fromEntries(missing.map((field) => [field, words({ code: 'required' })])))
    make.mutate({ id, ...values, place, accountId })
  })
  return { form, problem, submit, isPending: make.isPending }
}
