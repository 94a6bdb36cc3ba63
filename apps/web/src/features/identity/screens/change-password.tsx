import { PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { changePassword } from '../../../lib/auth.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import { hasCode } from '../../../lib/refusals.ts'
import { useShell } from '../../../lib/shell.ts'
import { NewPassword } from '../components/new-password.tsx'
import classes from './change-password.module.css'

export function ChangePassword() {
  const t = useTranslations('identity.change')
  usePageTitle(t('title'))
  const { form, problem, isPending, submit } = useChange()
  return (
    <div className={classes.page}>
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <form onSubmit={submit}>
        <Stack gap="md">
          <PasswordInput
            label={t('current')}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps('currentPassword')}
          />
          <NewPassword label={t('next')} {...form.getInputProps('newPassword')} />
          <FormError>{problem}</FormError>
          <MainAction type="submit" tall stretch="phone" loading={isPending}>
            {t('submit')}
          </MainAction>
        </Stack>
      </form>
    </div>
  )
}

function useChange() {
  const t = useTranslations('identity.change')
  const words = useWords()
  const router = useRouter()
  const { organization } = useShell()
  const { done } = useNotices()
  const [problem, setProblem] = useState<string | null>(null)
  const form = useForm({ initialValues: { currentPassword: '', newPassword: '' } })
  const change = useMutation({
    mutationFn: (values: typeof form.values) => changePassword(values.currentPassword, values.newPassword),
    meta: { showsItsErrors: true },
    onSuccess() {
      done(t('done'))
      // Opened from elsewhere, there is no page of ours to go back to, and leaving would take the notice away.
      if (router.history.canGoBack()) router.history.back()
      else void router.navigate({ to: '/$organization', params: { organization } })
    },
    onError(error) {
      if (hasCode(error, 'wrong-credentials')) form.setErrors({ currentPassword: t('wrong') })
      else setProblem(refuse(form, error, words, ['newPassword']).join(' ') || null)
    },
  })
  return { form, problem, isPending: change.isPending, submit: form.onSubmit((values) => change.mutate(values)) }
}
