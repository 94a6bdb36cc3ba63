import { PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { signIn } from '../../../lib/auth.ts'
import { describe, useWords } from '../../../lib/errors.ts'

type SignInFormProps = {
  readonly onDone: () => void
  /** Given where only this person may come back (their session ended over an open page). */
  readonly email?: string
  /** Written into the field, which stays open to change. */
  readonly suggested?: string
}

export function SignInForm({ onDone, email, suggested }: SignInFormProps) {
  const t = useTranslations('identity.signIn')
  const words = useWords()
  const form = useForm({ initialValues: { email: email ?? suggested ?? '', password: '' } })
  const enter = useMutation({
    mutationFn: (values: typeof form.values) => signIn(values.email, values.password),
    meta: { showsItsErrors: true },
    onSuccess: onDone,
  })
  return (
    <form onSubmit={form.onSubmit((values) => enter.mutate(values))}>
      <Stack gap="sm">
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          readOnly={email !== undefined}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          data-autofocus={email !== undefined || undefined}
          required
          withAsterisk={false}
          {...form.getInputProps('password')}
        />
        <FormError>{enter.isError ? describe(enter.error, words) : null}</FormError>
        <MainAction type="submit" tall stretch="always" loading={enter.isPending}>
          {t('submit')}
        </MainAction>
      </Stack>
    </form>
  )
}
