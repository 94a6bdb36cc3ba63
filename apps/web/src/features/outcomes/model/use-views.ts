import { formatListFilter, type ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import type { ViewFilter, ViewOutput } from '@oeuvre/domain/outcomes/views/schema'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'

/** The same selection, however it came to be: what an address would say of it. */
export function addressOf(filter: ListFilter): string {
  const { cursor: _, ...rest } = filter
  return new URLSearchParams(formatListFilter(rest)).toString()
}

/** A view as it is sent: what a list is filtered by, and no place in it. */
export function viewFilterOf({ cursor: _, ...filter }: ListFilter): ViewFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

function viewsOptions() {
  return trpc.views.list.queryOptions({ screen: 'outcomes' }, { staleTime: 60_000 })
}

/** Views and what can be done with them. */
export function useViews() {
  const t = useTranslations('views')
  const client = useQueryClient()
  const { done } = useNotices()
  const { data } = useQuery(viewsOptions())
  const refresh = { onSettled: () => client.invalidateQueries(trpc.views.pathFilter()) }
  const restore = useMutation(trpc.views.restore.mutationOptions(refresh))
  const remove = useMutation(
    trpc.views.remove.mutationOptions({
      ...refresh,
      onSuccess: (_done, { id }) => done(t('removed'), { undo: () => restore.mutate({ id }), forMs: 20_000 }),
    }),
  )
  const save = useMutation(trpc.views.save.mutationOptions({ ...refresh, onSuccess: () => done(t('saved')) }))
  const order = useMutation(trpc.views.order.mutationOptions(refresh))
  const views = data?.views ?? []
  return {
    views,
    save,
    remove,
    /** One's own, this one a place earlier. */
    moveUp({ id }: ViewOutput) {
      const ids = views.filter((view) => view.isOwn).map((view) => view.id)
      const place = ids.indexOf(id)
      if (place > 0) order.mutate({ ids: ids.toSpliced(place - 1, 2, id, ids[place - 1] ?? id) })
    },
  }
}
