import type { PersonRecord } from '@oeuvre/domain/people/schema'
import { PlainAction } from '@oeuvre/ui/actions/plain-action.tsx'
import { QuietAction } from '@oeuvre/ui/actions/quiet-action.tsx'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { DateField } from '../../../components/date-field.tsx'
import { FormError } from '../../../components/form-error.tsx'
import { useNotices } from '../../../components/notices.tsx'
import { PanelPart } from '../../../components/side-panel.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import { usePeopleChanged } from '../model/use-people-changed.ts'
import classes from './panel.module.css'

/** Leaving, with what it means said before; and coming back. */
export function LeavingPart({ record }: { readonly record: PersonRecord }) {
  const t = useTranslations('people.leaving')
  const [isOpen, setOpen] = useState(false)
  if (record.can.return) return <Returning record={record} />
  if (!record.can.end) return null
  return (
    <PanelPart title={t('title')} hint={t('text')}>
      {isOpen ? (
        <LeavingForm record={record} onClose={() => setOpen(false)} />
      ) : (
        <PlainAction onClick={() => setOpen(true)}>{t('start')}</PlainAction>
      )}
    </PanelPart>
  )
}

function LeavingForm({ record, onClose }: { readonly record: PersonRecord; readonly onClose: () => void }) {
  const t = useTranslations('people.leaving')
  const cancel = useTranslations('words')('cancel')
  const words = useWords()
  const { today } = useShell()
  const { done } = useNotices()
  const refresh = usePeopleChanged()
  const { comeBack } = useReturn(record)
  const [leftOn, setDay] = useState<string | null>(today)
  const end = useMutation(
    trpc.people.end.mutationOptions({
      meta: { showsItsErrors: true },
      onSuccess() {
        done(t('done', { name: record.name }), { undo: comeBack, forMs: 20_000 })
        onClose()
      },
      onSettled: refresh,
    }),
  )
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (leftOn) end.mutate({ id: record.id, leftOn })
      }}
    >
      <DateField label={t('day')} maxDate={today} value={leftOn} onChange={setDay} />
      <FormError>{end.isError ? describe(end.error, words) : null}</FormError>
      <div className={classes.ends}>
        <PlainAction type="submit" loading={end.isPending} disabled={leftOn === null}>
          {t('submit')}
        </PlainAction>
        <QuietAction onClick={onClose}>{cancel}</QuietAction>
      </div>
    </form>
  )
}

function Returning({ record }: { readonly record: PersonRecord }) {
  const t = useTranslations('people.leaving')
  const { day } = useFormat()
  const { comeBack, isPending } = useReturn(record)
  return (
    <PanelPart title={t('title')} hint={record.leftOn && t('since', { day: day(record.leftOn) })}>
      <PlainAction onClick={comeBack} loading={isPending}>
        {t('return')}
      </PlainAction>
    </PanelPart>
  )
}

function useReturn(record: PersonRecord) {
  const t = useTranslations('people.leaving')
  const { done } = useNotices()
  const refresh = usePeopleChanged()
  const { mutate, isPending } = useMutation(
    trpc.people.return.mutationOptions({ onSuccess: () => done(t('returned', { name: record.name })), onSettled: refresh }),
  )
  return { comeBack: () => mutate({ id: record.id }), isPending }
}
