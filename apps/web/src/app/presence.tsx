import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { serverState } from '../lib/server-state.ts'
import { sessionEnded } from '../lib/session.ts'
import { useStore } from '../lib/store.ts'
import classes from './presence.module.css'

const SessionDialog = lazy(() => import('../features/identity/components/session-dialog.tsx').then((m) => ({ default: m.SessionDialog })))

/** Says that the network, the server or the session is gone, without taking the page away; and brings it back. */
export function Presence() {
  const t = useTranslations('shell')
  const isOnline = useSyncExternalStore(onlineManager.subscribe, () => onlineManager.isOnline())
  const isGone = useStore(serverState) === 'gone'
  const hasEnded = useStore(sessionEnded)
  useRecovery()
  const words = !isOnline ? t('offline') : isGone ? t('gone.banner') : null
  return (
    <>
      <div role="status" className={words ? classes.banner : undefined}>
        {words}
      </div>
      {hasEnded && (
        <Suspense>
          <SessionDialog />
        </Suspense>
      )}
    </>
  )
}

/** When the server is back, everything on the screen is asked for again; what was typed was never gone. */
function useRecovery() {
  const client = useQueryClient()
  const router = useRouter()
  useEffect(
    () =>
      serverState.subscribe(() => {
        if (serverState.get() !== 'here') return
        void client.invalidateQueries()
        void router.invalidate()
      }),
    [client, router],
  )
}
