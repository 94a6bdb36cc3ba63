import { createRouter } from '@tanstack/react-router'
import { FailedPage } from '../components/failed-page.tsx'
import { NotFoundPage } from '../components/not-found-page.tsx'
import { PageSkeleton } from '../components/page-skeleton.tsx'
import { queryClient, trpc } from '../lib/api.ts'
import { readSearch, writeSearch } from '../lib/search.ts'
import type { MessagePart } from '../locales/catalogue.ts'
import { routeTree } from '../routeTree.gen.ts'

export const router = createRouter({
  routeTree,
  context: { queryClient, trpc },
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  // The query client decides what is fresh.
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  defaultPendingMinMs: 0,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: FailedPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: the library's way of typing routes is declaration merging
  interface Register {
    router: typeof router
  }
  // biome-ignore lint/style/useConsistentTypeDefinitions: as above
  interface StaticDataRouteOption {
    /** The parts of the catalogue that its screen says, beyond those of the first screens; a test holds the list complete. */
    readonly words?: readonly MessagePart[]
    /** Without the frame: a page for paper. */
    readonly isBare?: boolean
  }
}
