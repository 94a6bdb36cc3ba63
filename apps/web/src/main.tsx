import './app/styles.ts'
import './app/history-state.ts'
import { onlineManager } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { keepShell } from './app/kept-shell.ts'
import { reloadWhenStale } from './app/stale-build.ts'
import { queryClient, trpc } from './lib/api.ts'
import { firstLanguage, showLanguage } from './lib/language.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

reloadWhenStale()
// The library takes it for granted that there is a line when a page opens.
onlineManager.setOnline(navigator.onLine)
if (import.meta.env.PROD) keepShell()
// The server's own browser, which prints for somebody who is not there.
const printed = location.hash.startsWith('#print=') ? await (await import('./app/open-print.ts')).openPrint(location.hash) : null
// Who the reader is and the words are asked for together; the router waits for the first, the first paint for the second.
void queryClient.prefetchQuery(trpc.identity.me.queryOptions())
await showLanguage(printed ?? firstLanguage())
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
