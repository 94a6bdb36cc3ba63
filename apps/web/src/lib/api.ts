import type { AppRouter } from '@oeuvre/api/trpc'
import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { presenceLink, sessionLink } from './links.ts'
import { organizationSlug } from './organization.ts'
import { isUnavailable } from './refusals.ts'

/** `showsItsErrors`: the screen puts the refusal into words itself (a form does); otherwise a notice appears. */
declare module '@tanstack/react-query' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: the library's way of typing `meta` is declaration merging
  interface Register {
    mutationMeta: { readonly showsItsErrors?: boolean }
  }
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 15_000, retry: (count, error) => count < 2 && isUnavailable(error), retryDelay: (count) => 400 * 2 ** count },
    mutations: { retry: false },
  },
})

const url = '/api/trpc'

function headers(): Record<string, string> {
  const slug = organizationSlug.get()
  return slug ? { 'x-oeuvre-organization': slug } : {}
}

export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    sessionLink,
    presenceLink,
    splitLink({
      // `trpc: { context: { skipBatch: true } }` on a query: its own GET, which the browser may revalidate by ETag.
      condition: (op) => op.context.skipBatch === true,
      true: httpLink({ url, headers }),
      false: httpBatchLink({ url, headers, maxURLLength: 4_000 }),
    }),
  ],
})

export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient })
export type Trpc = typeof trpc
/** What procedures take and answer: `Outputs['outcomes']['list']`. */
export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>
