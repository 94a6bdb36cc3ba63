import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { currencyCodes } from '@oeuvre/domain/money/currencies'
import type { TypedRate } from '@oeuvre/domain/rates/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { TextButton } from '@oeuvre/ui/actions/text-link.tsx'
import { DataTable } from '@oeuvre/ui/data/data-table.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { FormError } from '../../../components/form-error.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { refuse, useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { rateOf } from '../model/rate-of.ts'
import { useRatesChanged } from '../model/use-rates.ts'
import classes from './rates.module.css'

/** Rates by hand: those that stand, and one more. Each holds from its day until the next one of its currency. */
export function TypedRates({ rates }: { readonly rates: readonly TypedRate[] }) {
  return (
    <>
      {rates.length > 0 && <Table rates={rates} />}
      <RateForm />
    </>
  )
}

function Table({ rates }: { readonly rates: readonly TypedRate[] }) {
  const t = useTranslations('rates.typed')
  const f = useFormat()
  const remove = useRemoving()
  return (
    <DataTable
      caption={t('title')}
      rows={rates}
      rowKey={({ currency, day }) => `${currency} ${day}`}
      columns={[
        { key: 'currency', header: t('currency'), rowHeader: true, cell: ({ currency }) => currency },
        { key: 'day', header: t('from'), oneLine: true, cell: ({ day }) => f.day(day, 'medium') },
        { key: 'rate', header: t('perEuro'), align: 'right', cell: ({ perEuro }) => f.rate(perEuro) },
        { key: 'by', header: t('by'), phone: 'drop', cell: ({ by }) => by?.name ?? '' },
        {
          key: 'remove',
          align: 'right',
          cell: (rate) => (
            <TextButton aria-label={t('removeOf', { currency: rate.currency, day: f.day(rate.day) })} onClick={() => remove(rate)}>
              {t('remove')}
            </TextButton>
          ),
        },
      ]}
    />
  )
}

function useRemoving() {
  const t = useTranslations('rates.typed')
  const { done } = useNotices()
  const refresh = useRatesChanged()
  const again = useMutation(trpc.rates.type.mutationOptions({ onSettled: refresh }))
  const remove = useMutation(trpc.rates.type.mutationOptions({ onSettled: refresh }))
  return ({ currency, day, perEuro }: TypedRate) =>
    remove.mutate(
      { currency, day, perEuro: null },
      { onSuccess: () => done(t('removed', { currency }), { undo: () => again.mutate({ currency, day, perEuro }) }) },
    )
}

function RateForm() {
  const t = useTranslations('rates.typed')
  const { currencyName } = useFormat()
  const { today } = useShell()
  const { form, problem, isPending, submit } = useRateForm()
  const codes = currencyCodes.filter((code) => code !== 'EUR')
  return (
    <form noValidate onSubmit={submit} className={classes.form}>
      <div className={classes.fields}>
        <Select
          label={t('currency')}
          searchable
          data={codes.map((code) => ({ value: code, label: `${code} · ${currencyName(code)}` }))}
          nothingFoundMessage={t('noCurrency')}
          {...form.getInputProps('currency')}
        />
        <DateField label={t('from')} maxDate={today} {...form.getInputProps('day')} />
        <TextInput label={t('perEuro')} inputMode="decimal" autoComplete="off" {...form.getInputProps('perEuro')} />
      </div>
      <FormError>{problem}</FormError>
      <PlainAction type="submit" loading={isPending}>
        {t('submit')}
      </PlainAction>
    </form>
  )
}

type Values = { currency: string | null; day: string | null; perEuro: string }

function useRateForm() {
  const t = useTranslations('rates.typed')
  const words = useWords()
  const { today } = useShell()
  const { done } = useNotices()
  const refresh = useRatesChanged()
  const [problem, setProblem] = useState('')
  const initialValues: Values = { currency: null, day: today, perEuro: '' }
  const form = useForm<Values>({ initialValues })
  const type = useMutation(
    trpc.rates.type.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess({ id }) {
        done(id === null ? t('same') : t('done', { currency: form.values.currency ?? '' }))
        form.reset()
      },
      onError: (error) => setProblem(refuse(form, error, words, ['currency', 'day', 'perEuro']).join(' ')),
      onSettled: refresh,
    }),
  )
  const submit = form.onSubmit(({ currency, day, perEuro }) => {
    setProblem('')
    const missing = words({ code: 'required' })
    if (!currency || !day || perEuro.trim() === '')
      return form.setErrors({
        ...(!currency && { currency: missing }),
        ...(!day && { day: missing }),
        ...(perEuro.trim() === '' && { perEuro: missing }),
      })
    type.mutate({ currency, day, perEuro: rateOf(perEuro) })
  })
  return { form, problem, isPending: type.isPending, submit }
}
