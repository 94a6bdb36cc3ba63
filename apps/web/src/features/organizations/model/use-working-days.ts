import type { WorkingDays } from '@oeuvre/domain/organizations/calendar/schema'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { describe, useWords } from '../../../lib/errors.ts'

/** Weekdays and holidays as they are edited, saved together; what somebody else saved meanwhile is not overwritten unseen. */
export function useWorkingDays() {
  const t = useTranslations('organizations.workingDays')
  const words = useWords()
  const client = useQueryClient()
  const { done } = useNotices()
  const { data: stored } = useSuspenseQuery(trpc.organizations.workingDays.queryOptions())
  const [edited, setEdited] = useState<{ readonly was: WorkingDays; readonly value: WorkingDays } | null>(null)
  const value = edited?.value ?? stored
  const save = useMutation(
    trpc.organizations.saveWorkingDays.mutationOptions({
      meta: { showsItsErrors: true },
      async onSuccess() {
        done(t('saved'))
        await client.invalidateQueries(trpc.organizations.workingDays.pathFilter())
        setEdited(null)
      },
      onSettled: () => Promise.all([trpc.organizations.shell, trpc.review].map((part) => client.invalidateQueries(part.pathFilter()))),
    }),
  )
  return {
    value,
    isDirty: edited !== null,
    isPending: save.isPending,
    problem: save.isError ? describe(save.error, words) : null,
    change: (part: Partial<WorkingDays>) => setEdited({ was: edited?.was ?? stored, value: { ...value, ...part } }),
    reset() {
      setEdited(null)
      save.reset()
      void client.invalidateQueries(trpc.organizations.workingDays.pathFilter())
    },
    submit(event: FormEvent) {
      event.preventDefault()
      if (edited) save.mutate({ ...edited.value, was: edited.was })
    },
  }
}

/** Both lists, each day once: what stood there keeps its name. */
export function withHolidays(holidays: WorkingDays['holidays'], more: WorkingDays['holidays']): WorkingDays['holidays'] {
  const byDay = new Map([...more, ...holidays].map((one) => [one.day, one]))
  return [...byDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
