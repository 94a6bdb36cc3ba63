import { type ReactNode, useEffect } from 'react'
import { queryClient, trpc, trpcClient } from '../lib/api.ts'
import { TimeZoneContext } from '../lib/format.ts'
import { settleLanguage } from '../lib/language.ts'
import { useShell } from '../lib/shell.ts'
import { Shell } from './shell/shell.tsx'

/** The frame, the organization's time zone, and the language of the reader's account. */
export function OrganizationFrame({ children }: { readonly children: ReactNode }) {
  const { settings } = useShell()
  useEffect(() => {
    const account = queryClient.getQueryData(trpc.identity.me.queryKey())?.language ?? null
    settleLanguage(account, (language) => void trpcClient.identity.setLanguage.mutate({ language }).catch(() => undefined))
  }, [])
  return (
    <TimeZoneContext value={settings.timeZone}>
      <Shell>{children}</Shell>
    </TimeZoneContext>
  )
}
