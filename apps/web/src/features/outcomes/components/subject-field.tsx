import { Autocomplete } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useLogPage, useRefusal } from './log-page.ts'

const pauseMs = 150
const leastLetters = 2

/** Client, candidate, matter; with those of earlier outcomes that the reader may see. */
export function SubjectField() {
  const t = useTranslations('outcomesLog')
  const { form, change } = useLogPage()
  const refusal = useRefusal()('subject')
  const [text] = useDebouncedValue(form.subject.trim(), pauseMs)
  const { data } = useQuery(
    trpc.outcomes.suggestSubjects.queryOptions(
      { text: text.slice(0, 300) },
      { enabled: text.length >= leastLetters, placeholderData: keepPreviousData, staleTime: 60_000 },
    ),
  )
  const subjects = text.length >= leastLetters ? (data?.subjects ?? []) : []
  return (
    <Autocomplete
      aria-label={t('whom')}
      aria-required
      placeholder={t('whomPlaceholder')}
      value={form.subject}
      onChange={(subject) => change({ subject })}
      data={[...new Set(subjects)].filter((subject) => subject !== form.subject)}
      filter={({ options }) => options}
      error={refusal}
      autoComplete="off"
    />
  )
}
