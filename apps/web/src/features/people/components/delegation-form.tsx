import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { textLimits } from '@oeuvre/domain/text/storable'
import { MainAction } from '@oeuvre/ui/actions/main-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { FormError } from '../../../components/form-error.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { useShell } from '../../../lib/shell.ts'
import { PersonSelect } from '../embed/person-select.tsx'
import { useDelegationsChanged } from '../model/use-delegations-changed.ts'
import classes from './delegations.module.css'

type Named = { readonly id: string; readonly name: string }
type Values = { personId: string; delegateId: readonly Named[]; fromDay: string | null; toDay: string | null; reason: string }

/** Who stands in for whom, from one day to another, both included. */
export function DelegationForm({ absentees }: { readonly absentees: readonly Named[] }) {
  const t = useTranslations('people.absences')
  const { today } = useShell()
  const { form, problem, isPending, submit } = useDelegationForm(absentees)
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      {absentees.length > 1 && (
        <Select
          label={t('absent')}
          searchable
          allowDeselect={false}
          data={absentees.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('personId')}
        />
      )}
      <PersonSelect
        label={t('delegate')}
        description={t('delegateHint')}
        isSingle
        value={form.values.delegateId}
        onChange={(people) => form.setFieldValue('delegateId', people)}
        error={form.errors.delegateId}
      />
      <div className={classes.two}>
        <DateField label={t('from')} minDate={today} {...form.getInputProps('fromDay')} />
        <DateField label={t('to')} minDate={form.values.fromDay ?? today} {...form.getInputProps('toDay')} />
      </div>
      <TextInput
        label={t('reason')}
        description={t('reasonHint')}
        autoComplete="off"
        maxLength={textLimits.line}
        {...form.getInputProps('reason')}
      />
      <FormError>{problem}</FormError>
      <div>
        <MainAction type="submit" loading={isPending}>
          {t('submit')}
        </MainAction>
      </div>
    </form>
  )
}

function useDelegationForm(absentees: readonly Named[]) {
  const t = useTranslations('people.absences')
  const words = useWords()
  const { today } = useShell()
  const { done } = useNotices()
  const refresh = useDelegationsChanged()
  const [problem, setProblem] = useState('')
  const initialValues: Values = { personId: absentees[0]?.id ?? '', delegateId: [], fromDay: today, toDay: null, reason: '' }
  const form = useForm<Values>({ initialValues })
  const start = useMutation(
    trpc.people.startDelegation.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess() {
        done(t('started', { name: form.values.delegateId[0]?.name ?? '' }))
        form.reset()
      },
      onError: (error) => setProblem(refuse(form, error, words, ['personId', 'delegateId', 'fromDay', 'toDay', 'reason']).join(' ')),
      onSettled: refresh,
    }),
  )
  const submit = form.onSubmit(({ personId, delegateId, fromDay, toDay, reason }) => {
    setProblem('')
    const [delegate] = delegateId
    const missing = words({ code: 'required' })
    if (!delegate || !fromDay || !toDay)
      return form.setErrors({
        ...(!delegate && { delegateId: missing }),
        ...(!fromDay && { fromDay: missing }),
        ...(!toDay && { toDay: missing }),
      })
    start.mutate({ id: crypto.randomUUID(), personId, delegateId: delegate.id, fromDay, toDay, reason })
  })
  return { form, problem, isPending: start.isPending, submit }
}
