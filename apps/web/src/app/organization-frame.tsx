import { type ReactNode, useEffect } from 'react'
import { queryClient, trpc } from '../lib/api.ts'
import { TimeZoneContext } from '../lib/format.ts'
import { applyAccountLanguage } from '../lib/language.ts'
import { useShell } from '../lib/shell.ts'
import { Shell } from './shell/shell.tsx'

/** The frame, the organization's time zone, and the language of the reader's account. */
export function OrganizationFrame({ children }: { readonly children: ReactNode }) {
  const { settings } = useShell()
  useEffect(() => {
    const language = queryClient.getQueryData(trpc.identity.me.queryKey())?.language
    if (language) applyAccountLanguage(language)
  }, [])
  return (
    <TimeZoneContext value={settings.timeZone}>
      <Shell>{children}</Shell>
    </TimeZoneContext>
  )
}
