import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router'
import { ErrorNotices } from '../app/error-notices.tsx'
import { LoadingBar } from '../app/loading-bar.tsx'
import { Presence } from '../app/presence.tsx'
import { useArrival } from '../app/use-arrival.ts'
import type { Trpc } from '../lib/api.ts'

export const Route = createRootRouteWithContext<{ queryClient: QueryClient; trpc: Trpc }>()({ component: Root })

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
