import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'
import { useLanguage } from '../../../lib/language.ts'

/** A file of the list that is made in the background: it will be among the reader's exports. */
export function useExportLater() {
  const t = useTranslations('views')
  const language = useLanguage()
  const client = useQueryClient()
  const { done } = useNotices()
  const create = useMutation(
    trpc.reports.create.mutationOptions({
      onSuccess: () => done(t('exportAsked')),
      onSettled: () => client.invalidateQueries(trpc.reports.pathFilter()),
    }),
  )
  return {
    label: t('exportLater'),
    isPending: create.isPending,
    ask: (filter: Omit<ListFilter, 'cursor'>) =>
      create.mutate({ id: crypto.randomUUID(), language, asked: { kind: 'outcomes-csv', filter } }),
  }
}
