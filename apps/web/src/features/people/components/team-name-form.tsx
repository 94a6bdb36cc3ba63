import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { TeamPage } from '@oeuvre/domain/people/schema'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { usePeopleChanged } from '../model/use-people-changed.ts'
import classes from './panel.module.css'

export function TeamNameForm({ team }: { readonly team: TeamPage }) {
  const t = useTranslations('people.teamForm')
  const words = useWords()
  const { done } = useNotices()
  const refresh = usePeopleChanged()
  const [problem, setProblem] = useState('')
  const form = useForm({ initialValues: { name: team.name } })
  const back = useMutation(trpc.people.renameTeam.mutationOptions({ onSettled: refresh }))
  const rename = useMutation(
    trpc.people.renameTeam.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess(_, { name }) {
        done(t('renamed', { name }), {
          undo() {
            form.setFieldValue('name', team.name)
            back.mutate({ id: team.id, name: team.name })
          },
        })
      },
      onError: (error) => setProblem(refuse(form, error, words, ['name']).join(' ')),
      onSettled: refresh,
    }),
  )
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ name }) => {
        setProblem('')
        rename.mutate({ id: team.id, name })
      })}
    >
      <TextInput label={t('name')} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
      <FormError>{problem}</FormError>
      <div className={classes.ends}>
        <MainAction type="submit" loading={rename.isPending} disabled={form.values.name === team.name}>
          {t('rename')}
        </MainAction>
      </div>
    </form>
  )
}
