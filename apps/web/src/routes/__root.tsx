import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { ErrorNotices } from '../app/error-notices.tsx'
import { LoadingBar } from '../app/loading-bar.tsx'
import { Presence } from '../app/presence.tsx'
import { useArrival } from '../app/use-arrival.ts'
import type { Trpc } from '../lib/api.ts'
import { loadWords } from '../lib/language.ts'

export const Route = createRootRouteWithContext<{ queryClient: QueryClient; trpc: Trpc }>()({
  // Before anything below is drawn, the pages that wait and fail included.
  beforeLoad: ({ matches }) => loadWords(matches.flatMap((match) => match.staticData.words ?? [])),
  component: Root,
})

function Root() {
  useArrival()
  return (
    <>
      <LoadingBar />
      <Presence />
      <Outlet />
      <ErrorNotices />
    </>
  )
}
