import type { Platform } from '@oeuvre/domain/accounts/platforms/schema'
import type { AccountRecognition } from '@oeuvre/domain/accounts/recognition/schema'
import { consentTextVersion } from '@oeuvre/domain/accounts/schema'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useWords } from '../../../lib/errors.ts'
import { failureOf } from '../../../lib/refusals.ts'
import type { Choices } from '../components/consent-fields.tsx'
import { useAccountName } from './platform-names.ts'
import { useAccountsChanged } from './use-account-changes.ts'
import { useOwnPlatforms } from './use-platforms.ts'
import { useRecognition } from './use-recognition.ts'

export type Draft = {
  readonly id: string
  readonly address: string
  readonly platform: Platform | null
  /** The reader asked to choose the platform themselves. */
  readonly isChoosing: boolean
  readonly choices: Choices
}
type Errors = { readonly address?: string; readonly consent?: string }

function emptyDraft(): Draft {
  const choices: Choices = { purpose: 'work', visibility: 'me', accepted: false }
  return { id: crypto.randomUUID(), address: '', platform: null, isChoosing: false, choices }
}

/** The form of a new account: what is typed, what is recognised, what was refused. What was typed stays after a refusal. */
export function useRegistration(focusField: () => void) {
  const [draft, setDraft] = useState(emptyDraft)
  const [errors, setErrors] = useState<Errors>({})
  const [problem, setProblem] = useState<string | null>(null)
  const words = useWords()
  const recognition = useRecognition(draft.address, draft.platform, useOwnPlatforms())
  const register = useRegister({
    onDone() {
      setDraft(emptyDraft())
      focusField()
    },
    onRefused: (found, rest) => {
      setErrors(found)
      setProblem(rest)
      if (found.address) focusField()
    },
  })
  const isRecognised = recognition !== null && 'account' in recognition
  function change(next: Partial<Draft>) {
    setErrors({})
    setProblem(null)
    setDraft((before) => ({ ...before, ...next }))
  }
  function submit() {
    if (recognition && 'refusal' in recognition) {
      setErrors({ address: words(recognition.refusal) })
      return focusField()
    }
    if (!draft.choices.accepted && isRecognised) return setErrors({ consent: words({ code: 'consent-needed' }) })
    const { id, address, platform, choices } = draft
    const { purpose, visibility, accepted } = choices
    register.mutate({ id, address, platform, purpose, visibility, consent: { accepted, textVersion: consentTextVersion } })
  }
  const isPlatformNeeded = needsPlatform(recognition)
  const isChoosing = draft.isChoosing || draft.platform !== null || isPlatformNeeded
  return {
    draft,
    change,
    recognition,
    isChoosing,
    isPlatformNeeded,
    isOpen: isRecognised,
    errors,
    problem,
    isPending: register.isPending,
    submit,
  }
}

function needsPlatform(recognition: AccountRecognition | null): boolean {
  return recognition !== null && 'refusal' in recognition && recognition.refusal.code === 'platform-needed'
}

function useRegister(then: { onDone: () => void; onRefused: (errors: Errors, rest: string | null) => void }) {
  const t = useTranslations('accounts.register')
  const words = useWords()
  const accountName = useAccountName()
  const { done } = useNotices()
  const refresh = useAccountsChanged()
  return useMutation(
    trpc.accounts.register.mutationOptions({
      meta: { showsItsErrors: true },
      async onSuccess(account) {
        done(t('done', { account: accountName(account) }))
        then.onDone()
        await refresh()
      },
      onError(error) {
        const { refusals } = failureOf(error)
        const about = (field: string) =>
          refusals
            .filter((refusal) => refusal.field?.startsWith(field))
            .map(words)
            .join(' ') || undefined
        const rest = refusals.filter(({ field }) => !field?.startsWith('address') && !field?.startsWith('consent'))
        then.onRefused({ address: about('address'), consent: about('consent') }, rest.map(words).join(' ') || null)
      },
    }),
  )
}
