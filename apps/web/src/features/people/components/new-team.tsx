import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FormError } from '../../../components/form-error.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { SidePanel } from '../../../components/side-panel.tsx'
import { trpc } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { TeamSelect } from '../embed/team-select.tsx'
import { usePeopleChanged } from '../model/use-people-changed.ts'
import classes from './panel.module.css'

type NewTeamProps = { readonly onCreated: (id: string) => void; readonly onClose: () => void }
type Values = { name: string; parentId: string | null }

export function NewTeam({ onCreated, onClose }: NewTeamProps) {
  const t = useTranslations('people.teamForm')
  const say = useTranslations('words')
  const words = useWords()
  const { done } = useNotices()
  const refresh = usePeopleChanged()
  const [id] = useState(() => crypto.randomUUID())
  const [problem, setProblem] = useState('')
  const form = useForm<Values>({ initialValues: { name: '', parentId: null } })
  const create = useMutation(
    trpc.people.createTeam.mutationOptions({
      meta: { showsItsErrors: true },
      async onSuccess(_, { name }) {
        await refresh()
        done(t('created', { name }))
        onCreated(id)
      },
      onError: (error) => setProblem(refuse(form, error, words, ['name', 'parentId']).join(' ')),
    }),
  )
  return (
    <SidePanel title={t('newTitle')} onClose={onClose}>
      <form
        noValidate
        onSubmit={form.onSubmit((values) => {
          setProblem('')
          create.mutate({ id, ...values })
        })}
      >
        <div className={classes.fields}>
          <TextInput label={t('name')} data-autofocus autoComplete="off" {...form.getInputProps('name')} />
          <TeamSelect
            label={t('parent')}
            clearable
            placeholder={t('top')}
            value={form.values.parentId}
            onChange={(parent) => form.setFieldValue('parentId', parent)}
            error={form.errors.parentId}
          />
        </div>
        <FormError>{problem}</FormError>
        <div className={classes.ends}>
          <MainAction type="submit" loading={create.isPending}>
            {t('create')}
          </MainAction>
          <QuietAction onClick={onClose}>{say('cancel')}</QuietAction>
        </div>
      </form>
    </SidePanel>
  )
}
