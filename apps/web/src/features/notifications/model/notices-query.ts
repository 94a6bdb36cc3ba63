import { NoticeFilter, type NoticeKind } from '@oeuvre/domain/notifications/schema'
import { trpc } from '../../../lib/api.ts'
import type { Search } from '../../../lib/search.ts'

export type NoticesView = { readonly unread?: boolean | undefined; readonly kind?: NoticeKind | undefined }

/** What the address says; what it says wrongly is left out. */
export function parseView({ view, kind }: Search): NoticesView {
  return {
    unread: view === 'unread' || undefined,
    kind: NoticeFilter.shape.kind.safeParse(kind).data,
  }
}

export function formatView({ unread, kind }: NoticesView): Search {
  return { view: unread ? 'unread' : undefined, kind }
}

export function noticesOptions(view: NoticesView) {
  return trpc.notifications.list.infiniteQueryOptions({ ...view, limit: 30 }, { getNextPageParam: (page) => page.nextCursor ?? undefined })
}
