import { parseListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import type { ViewAddress, ViewOutput, ViewScreen } from '@oeuvre/domain/outcomes/views/schema'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { trpc } from '../../../lib/api.ts'

/** The same selection, in whatever order it is written. */
export function sameAddress(one: ViewAddress, other: ViewAddress): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => one[key] === other[key])
}

/** As it is sent: without a place in a list, which is of one reading. */
export function savedAs(screen: ViewScreen, address: ViewAddress) {
  if (screen === 'impact') return { screen, filter: address }
  const { cursor: _, ...filter } = parseListFilter(address)
  return { screen, filter }
}

function viewsOptions(screen: ViewScreen) {
  return trpc.views.list.queryOptions({ screen }, { staleTime: 60_000 })
}

/** Views and what can be done with them. */
export function useViews(screen: ViewScreen) {
  const t = useTranslations('views')
  const client = useQueryClient()
  const { done } = useNotices()
  const { data } = useQuery(viewsOptions(screen))
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
