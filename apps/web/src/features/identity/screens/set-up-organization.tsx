import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { currencyCodes } from '@oeuvre/domain/money/currencies'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { type Inputs, trpcClient } from '../../../lib/api.ts'
import { signIn } from '../../../lib/auth.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { deviceTimeZone, useFormat } from '../../../lib/format.ts'
import { useLanguage } from '../../../lib/language.ts'
import { usePageTitle } from '../../../lib/page-title.ts'
import classes from '../components/door.module.css'
import { Door } from '../components/door.tsx'
import { NewPassword } from '../components/new-password.tsx'
import { slugOf } from '../model/slug.ts'

type Answers = Omit<Inputs['identity']['setUp'], 'token' | 'language'>

/** The first run: the organization, its administrator, and in. */
export function SetUpOrganization({ token }: { readonly token: string }) {
  const t = useTranslations('identity.setUp')
  usePageTitle(t('title'))
  return (
    <Door>
      <h1>{t('title')}</h1>
      <p className={classes.intro}>{t('text')}</p>
      <SetUpForm token={token} />
    </Door>
  )
}

function SetUpForm({ token }: { readonly token: string }) {
  const t = useTranslations('identity')
  const { form, problem, isPending, submit } = useSetUp(token)
  return (
    <form onSubmit={submit}>
      <Stack gap="md">
        <OrganizationFields form={form} />
        <h2 className={classes.part}>{t('setUp.you')}</h2>
        <TextInput label={t('setUp.name')} autoComplete="name" required withAsterisk={false} {...form.getInputProps('personName')} />
        <TextInput
          label={t('setUp.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          {...form.getInputProps('email')}
        />
        <NewPassword label={t('password.choose')} {...form.getInputProps('password')} />
        <FormError>{problem}</FormError>
        <MainAction type="submit" tall stretch="always" loading={isPending}>
          {t('setUp.submit')}
        </MainAction>
      </Stack>
    </form>
  )
}

function OrganizationFields({ form }: { readonly form: UseFormReturnType<Answers> }) {
  const t = useTranslations('identity.setUp')
  const format = useFormat()
  const currencies = currencyCodes.map((code) => ({ value: code, label: `${code} · ${format.currencyName(code)}` }))
  const name = form.getInputProps('organizationName')
  return (
    <>
      <TextInput
        label={t('organization')}
        autoComplete="organization"
        required
        withAsterisk={false}
        {...name}
        onChange={(event) => {
          // The proposal follows the name until somebody writes an address of their own.
          if (form.values.slug === slugOf(form.values.organizationName)) form.setFieldValue('slug', slugOf(event.currentTarget.value))
          name.onChange(event)
        }}
      />
      <TextInput
        label={t('slug')}
        description={t('slugHint')}
        leftSection="/"
        required
        withAsterisk={false}
        spellCheck={false}
        {...form.getInputProps('slug')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select label={t('timeZone')} searchable limit={60} data={Intl.supportedValuesOf('timeZone')} {...form.getInputProps('timeZone')} />
        <Select label={t('currency')} searchable limit={60} data={currencies} {...form.getInputProps('reportingCurrency')} />
      </SimpleGrid>
    </>
  )
}

function useSetUp(token: string) {
  const language = useLanguage()
  const words = useWords()
  const [problem, setProblem] = useState<string | null>(null)
  const form = useForm<Answers>({
    initialValues: {
      organizationName: '',
      slug: '',
      timeZone: deviceTimeZone,
      reportingCurrency: 'EUR',
      personName: '',
      email: '',
      password: '',
    },
  })
  const create = useMutation({
    async mutationFn(answers: Answers) {
      const { slug } = await trpcClient.identity.setUp.mutate({ ...answers, token, language })
      await signIn(answers.email, answers.password)
      return slug
    },
    meta: { showsItsErrors: true },
    onSuccess: (slug) => location.assign(`/${slug}`),
    onError: (error) => setProblem(refuse(form, error, words, Object.keys(form.values)).join(' ') || null),
  })
  return { form, problem, isPending: create.isPending, submit: form.onSubmit((answers) => create.mutate(answers)) }
}
