import { useMatches } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect } from 'react'
import { queryClient, trpc, trpcClient } from '../lib/api.ts'
import { TimeZoneContext } from '../lib/format.ts'
import { loadWords, settleLanguage } from '../lib/language.ts'
import { useShell } from '../lib/shell.ts'
import { Shell } from './shell/shell.tsx'
import { useLater } from './use-later.ts'

const Outbox = lazy(async () => {
  const [{ Outbox }] = await Promise.all([import('../features/outcomes/embed/outbox.tsx'), loadWords(['outcomesOutbox'])])
  return { default: Outbox }
})
const Told = lazy(() => import('../features/notifications/embed/told.tsx').then((m) => ({ default: m.Told })))

/** The frame, the organization's time zone, and the language of the reader's account. */
export function OrganizationFrame({ children }: { readonly children: ReactNode }) {
  const { settings } = useShell()
  const isLater = useLater()
  const isBare = useMatches().some((match) => match.staticData.isBare)
  useEffect(() => {
    const account = queryClient.getQueryData(trpc.identity.me.queryKey())?.language ?? null
    settleLanguage(account, (language) => void trpcClient.identity.setLanguage.mutate({ language }).catch(() => undefined))
  }, [])
  if (isBare) return <TimeZoneContext value={settings.timeZone}>{children}</TimeZoneContext>
  return (
    <TimeZoneContext value={settings.timeZone}>
      <Shell>
        <Suspense>{isLater && <Outbox />}</Suspense>
        {children}
      </Shell>
      <Suspense>{isLater && <Told />}</Suspense>
    </TimeZoneContext>
  )
}
