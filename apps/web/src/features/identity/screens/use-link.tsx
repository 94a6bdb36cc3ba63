import { Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { LinkView } from '@oeuvre/domain/identity/schema'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { trpcClient } from '../../../lib/api.ts'
import { signIn } from '../../../lib/auth.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import classes from '../components/door.module.css'
import { Door } from '../components/door.tsx'
import { NewPassword } from '../components/new-password.tsx'

type UseLinkProps = { readonly token: string; readonly view: LinkView }

/** Behind an invitation or a reset: who it is for, a password to choose, and in. */
export function UseLink({ token, view }: UseLinkProps) {
  const t = useTranslations('identity.link')
  const isInvitation = view.kind === 'invitation'
  const title = isInvitation ? t('invitation', { name: view.personName }) : t('reset')
  usePageTitle(title)
  const names = { organization: view.organizationName, email: view.email }
  const text = isInvitation ? (view.hasUser ? t('invitationKnown', names) : t('invitationText', names)) : t('resetText', names)
  return (
    <Door>
      <h1>{title}</h1>
      <p className={classes.intro}>{text}</p>
      <LinkForm token={token} view={view} />
    </Door>
  )
}

function LinkForm({ token, view }: UseLinkProps) {
  const t = useTranslations('identity')
  const accept = useAccept(token, view)
  const isInvitation = view.kind === 'invitation'
  return (
    <form onSubmit={accept.submit}>
      <Stack gap="md">
        {/* So that a password manager keeps the new password with the right name. */}
        <input type="email" autoComplete="username" value={view.email} readOnly hidden />
        {!accept.keepsPassword && <NewPassword label={t('password.choose')} {...accept.form.getInputProps('password')} />}
        <FormError>{accept.problem}</FormError>
        <MainAction type="submit" tall stretch="always" loading={accept.isPending}>
          {isInvitation ? t('link.join') : t('link.resetSubmit')}
        </MainAction>
      </Stack>
    </form>
  )
}

function useAccept(token: string, view: LinkView) {
  const navigate = useNavigate()
  const words = useWords()
  const [problem, setProblem] = useState<string | null>(null)
  const form = useForm({ initialValues: { password: '' } })
  const keepsPassword = view.kind === 'invitation' && view.hasUser
  const accept = useMutation({
    async mutationFn({ password }: { password: string }) {
      await trpcClient.identity.acceptLink.mutate({ token, password })
      if (!keepsPassword) await signIn(view.email, password)
    },
    meta: { showsItsErrors: true },
    onSuccess() {
      if (keepsPassword) return navigate({ to: '/sign-in', state: { email: view.email } })
      location.assign('/')
    },
    onError: (error) => setProblem(refuse(form, error, words, ['password']).join(' ') || null),
  })
  return { form, problem, keepsPassword, isPending: accept.isPending, submit: form.onSubmit((values) => accept.mutate(values)) }
}
