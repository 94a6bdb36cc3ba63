import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useNotices } from '../../../components/notices.tsx'
import { type Outputs, trpc } from '../../../lib/api.ts'
import { unreadQuery } from '../embed/unread-query.ts'

type Page = Outputs['notifications']['list']

/** Read and unread, shown at once; the server has the last word. All at once comes with its undo. */
export function useMarking() {
  const t = useTranslations('notifications')
  const client = useQueryClient()
  const { done } = useNotices()
  const show = (ids: readonly string[], isRead: boolean) => {
    const changed = new Set(ids)
    client.setQueriesData<InfiniteData<Page>>(trpc.notifications.list.pathFilter(), (data) =>
      data && 'pages' in data
        ? {
            ...data,
            pages: data.pages.map((page) => ({ ...page, items: page.items.map((n) => (changed.has(n.id) ? { ...n, isRead } : n)) })),
          }
        : data,
    )
  }
  const settle = async () => {
    await Promise.all([client.invalidateQueries(trpc.notifications.list.pathFilter()), client.invalidateQueries(unreadQuery())])
  }
  const onSettled = () => void settle()
  const one = useMutation(trpc.notifications.mark.mutationOptions({ onMutate: ({ ids, isRead }) => show(ids, isRead), onSettled }))
  const all = useMutation(trpc.notifications.markAll.mutationOptions({ onSettled }))
  return {
    mark: (ids: string[], isRead: boolean) => one.mutate({ ids, isRead }),
    async markAll(upTo: string) {
      const { ids } = await all.mutateAsync({ upTo })
      if (ids.length === 0) return
      done(t('markedAll', { count: ids.length }), { undo: () => takeBack(ids, (some) => one.mutate({ ids: some, isRead: false })) })
    },
  }
}

const most = 200

function takeBack(ids: readonly string[], mark: (ids: string[]) => void): void {
  for (let at = 0; at < ids.length; at += most) mark(ids.slice(at, at + most))
}
