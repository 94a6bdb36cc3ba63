import type { ReportOutput } from '@oeuvre/domain/reports/schema'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'

const known = ['forbidden', 'not-found', 'print-failed', 'no-printer'] as const

/** Why there is no file, as a word that is known. */
export function reasonOf(code: string | null): (typeof known)[number] | 'other' {
  return known.find((one) => one === code) ?? 'other'
}

export function isOpen({ state }: Pick<ReportOutput, 'state'>): boolean {
  return state === 'waiting' || state === 'running'
}

/** What can be done with exports and sendings; each is undone where it can be. */
export function useReportActions() {
  const t = useTranslations('reports')
  const client = useQueryClient()
  const { done } = useNotices()
  const refresh = { onSettled: () => client.invalidateQueries(trpc.reports.pathFilter()) }
  const restore = useMutation(trpc.reports.restoreSchedule.mutationOptions(refresh))
  return {
    retry: useMutation(trpc.reports.retry.mutationOptions(refresh)),
    remove: useMutation(trpc.reports.remove.mutationOptions({ ...refresh, onSuccess: () => done(t('list.removed')) })),
    pause: useMutation(trpc.reports.pauseSchedule.mutationOptions(refresh)),
    leave: useMutation(trpc.reports.leaveSchedule.mutationOptions(refresh)),
    save: useMutation(trpc.reports.saveSchedule.mutationOptions({ ...refresh, onSuccess: () => done(t('schedules.saved')) })),
    removeSchedule: useMutation(
      trpc.reports.removeSchedule.mutationOptions({
        ...refresh,
        onSuccess: (_, { id }) => done(t('schedules.removed'), { undo: () => restore.mutate({ id }) }),
      }),
    ),
  }
}
