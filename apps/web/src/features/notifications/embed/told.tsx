import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { trpc } from '../../../lib/api.ts'
import { useShell } from '../../../lib/shell.ts'
import { listenForNotices } from '../model/event-stream.ts'
import { unreadQuery } from './unread-query.ts'

/** Keeps the count of notices, and the lists that they concern, as they are on the server. Said aloud, never in the way. */
export function Told() {
  const t = useTranslations('shell')
  const client = useQueryClient()
  const { organization } = useShell()
  const [said, setSaid] = useState('')
  useEffect(
    () =>
      listenForNotices(organization, ({ id, unread, isCapped }) => {
        const before = client.getQueryData(unreadQuery().queryKey)
        client.setQueryData(unreadQuery().queryKey, { count: unread, isCapped })
        if (id === null && before?.count === unread) return
        void client.invalidateQueries(trpc.notifications.list.pathFilter())
        if (id === null) return
        setSaid(t('noticesUnread', { count: unread }))
        void client.invalidateQueries(trpc.review.pathFilter())
        void client.invalidateQueries(trpc.outcomes.list.pathFilter())
      }),
    [organization, client, t],
  )
  return (
    <div role="status" className="visually-hidden">
      {said}
    </div>
  )
}
