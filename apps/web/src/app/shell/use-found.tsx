import { useDebouncedValue } from '@mantine/hooks'
import { formatListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Marked } from '../../features/outcomes/embed/marked.tsx'
import { trpc } from '../../lib/api.ts'
import { useShell } from '../../lib/shell.ts'

export type FoundAction = { readonly id: string; readonly label: ReactNode; readonly description?: string; readonly run: () => void }
export type FoundGroup = { readonly key: 'views' | 'outcomes' | 'people'; readonly actions: readonly FoundAction[] }

const none: ReadonlySet<string> = new Set()

/** What the words typed find besides screens and actions: views that were kept, results, people. */
export function useFound(typed: string, matches: (text: string) => boolean): readonly FoundGroup[] {
  const t = useTranslations('shell.palette')
  const navigate = useNavigate()
  const { organization } = useShell()
  const [q] = useDebouncedValue(typed.trim().slice(0, 200), 150)
  const options = { enabled: q.length >= 2, placeholderData: keepPreviousData, staleTime: 30_000 }
  const outcomes = useQuery(trpc.outcomes.list.queryOptions({ q, limit: 6 }, options))
  const people = useQuery(trpc.people.suggest.queryOptions({ q, limit: 4 }, options))
  const views = useQuery(trpc.views.list.queryOptions({ screen: 'outcomes' }, { staleTime: 60_000 }))
  const openList = (search: Record<string, string>) => void navigate({ to: '/$organization/outcomes', params: { organization }, search })
  const isAsked = typed.trim().length >= 2
  const words = new Set(outcomes.data?.found?.words ?? none)
  const kept = (views.data?.views ?? []).filter((view) => isAsked && matches(view.name))
  // First, so that Enter does the same whether the results have come or not.
  const all: FoundAction = {
    id: 'all',
    label: t('all', { text: typed.trim() }),
    run: () => openList(formatListFilter({ q: typed.trim() })),
  }
  const results = (outcomes.data?.items ?? []).map(
    ({ id, title, subject, contributors }): FoundAction => ({
      id,
      label: <Marked text={title || subject || t('untitled')} words={words} />,
      description: contributors.map((one) => one.name).join(', '),
      run: () => void navigate({ to: '/$organization/outcomes/$id', params: { organization, id } }),
    }),
  )
  const persons = (people.data ?? []).map(
    ({ id, name, title }): FoundAction => ({
      id,
      label: name,
      ...(title === null ? {} : { description: title }),
      run: () => void navigate({ to: '/$organization/people/$id', params: { organization, id } }),
    }),
  )
  return [
    { key: 'views', actions: kept.map(({ id, name, address }) => ({ id, label: name, run: () => openList(address) })) },
    { key: 'outcomes', actions: isAsked ? [all, ...results] : [] },
    { key: 'people', actions: isAsked ? persons : [] },
  ]
}
