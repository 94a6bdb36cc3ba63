import { useForm } from '@mantine/form'
import type { OwnPlatform } from '@oeuvre/domain/accounts/own-platforms/schema'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { usePlatformsChanged } from './use-platforms.ts'

type Values = { name: string; hosts: string; pattern: string }
const empty: Values = { name: '', hosts: '', pattern: '' }

function valuesOf(platform: OwnPlatform | null): Values {
  return platform ? { name: platform.name, hosts: platform.hosts.join(' '), pattern: platform.pattern ?? '' } : empty
}

/** A platform of the organization's own, new or changed. What was typed stays after a refusal. */
export function usePlatformForm(platform: OwnPlatform | null, onEnd: () => void) {
  const t = useTranslations('accountsPlatforms')
  const words = useWords()
  const { done } = useNotices()
  const refresh = usePlatformsChanged()
  const [id, setId] = useState(() => platform?.id ?? crypto.randomUUID())
  const [problem, setProblem] = useState('')
  const form = useForm<Values>({ initialValues: valuesOf(platform) })
  const save = useMutation(
    trpc.accounts.savePlatform.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess() {
        done(t('saved', { name: form.values.name.trim() }))
        if (!platform) setId(crypto.randomUUID())
        form.reset()
        onEnd()
      },
      onError: (error) => setProblem(refuse(form, error, words, ['name', 'hosts', 'pattern']).join(' ')),
      onSettled: refresh,
    }),
  )
  const submit = form.onSubmit((values) => {
    setProblem('')
    const missing = (['name', 'hosts'] as const).filter((field) => values[field].trim() === '')
    if (missing.length > 0) return form.setErrors(Object.fromEntries(missing.map((field) => [field, words({ code: 'required' })])))
    save.mutate({ id, ...values })
  })
  return { form, problem, isPending: save.isPending, submit }
}
