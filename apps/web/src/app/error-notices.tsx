import { notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { describe, useWords } from '../lib/errors.ts'
import { hasCode } from '../lib/refusals.ts'

/** Says why a change failed, unless the screen does (`meta: { showsItsErrors: true }`). */
export function ErrorNotices() {
  const client = useQueryClient()
  const words = useWords()
  useEffect(
    () =>
      client.getMutationCache().subscribe((event) => {
        if (event.type !== 'updated' || event.action.type !== 'error' || event.mutation.meta?.showsItsErrors) return
        if (hasCode(event.action.error, 'unauthenticated')) return
        notifications.show({ message: describe(event.action.error, words), autoClose: 12_000, role: 'alert' })
      }),
    [client, words],
  )
  return null
}
