import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { loadWords } from '../lib/language.ts'
import { serverState } from '../lib/server-state.ts'
import { sessionEnded } from '../lib/session.ts'
import { useStore } from '../lib/store.ts'
import classes from './presence.module.css'
import { useLater } from './use-later.ts'

async function loadDialog() {
  const [{ SessionDialog }] = await Promise.all([import('../features/identity/components/session-dialog.tsx'), loadWords(['identity'])])
  return { default: SessionDialog }
}
const SessionDialog = lazy(loadDialog)
const NoticesHost = lazy(() => import('./notices-host.tsx').then((m) => ({ default: m.NoticesHost })))

/** Says that the network, the server or the session is gone, without taking the page away; and brings it back. */
export function Presence() {
  const t = useTranslations('shell')
  const isOnline = useSyncExternalStore(onlineManager.subscribe, () => onlineManager.isOnline())
  const isGone = useStore(serverState) === 'gone'
  const hasEnded = useStore(sessionEnded)
  const isLater = useLater()
  useRecovery()
  useEffect(() => {
    // Fetched while the server is there: it is needed when something is not.
    if (isLater) void loadDialog().catch(() => undefined)
  }, [isLater])
  const words = !isOnline ? t('offline') : isGone ? t('gone.banner') : null
  return (
    <>
      <div role="status" className={words ? classes.banner : undefined}>
        {words}
      </div>
      <Suspense>
        {isLater && <NoticesHost />}
        {hasEnded && <SessionDialog />}
      </Suspense>
    </>
  )
}

/** When the server or the line is back, everything on the screen is asked for again; what was typed was never gone. */
function useRecovery() {
  const client = useQueryClient()
  const router = useRouter()
  useEffect(() => {
    function askAgain() {
      if (serverState.get() !== 'here' || !onlineManager.isOnline()) return
      void client.invalidateQueries()
      void router.invalidate()
    }
    const subscriptions = [serverState.subscribe(askAgain), onlineManager.subscribe(askAgain)]
    return () => {
      for (const end of subscriptions) end()
    }
  }, [client, router])
}
