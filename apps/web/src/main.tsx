import './app/styles.ts'
import './app/history-state.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { reloadWhenStale } from './app/stale-build.ts'
import { queryClient, trpc } from './lib/api.ts'
import { firstLanguage, showLanguage } from './lib/language.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')

reloadWhenStale()
// Who the reader is and the words are asked for together; the router waits for the first, the first paint for the second.
void queryClient.prefetchQuery(trpc.identity.me.queryOptions())
await showLanguage(firstLanguage())
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
