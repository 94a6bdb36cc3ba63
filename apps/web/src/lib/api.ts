import type { AppRouter } from '@oeuvre/api/trpc'
import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpLink, splitLink } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { keptLink, presenceLink, sessionLink } from './links.ts'
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
    // Asked even without a line: what was kept answers, and the rest says that there is none.
    queries: {
      networkMode: 'always',
      staleTime: 15_000,
      retry: (count, error) => count < 2 && isUnavailable(error),
      retryDelay: (count) => 400 * 2 ** count,
    },
    mutations: { retry: false },
  },
})

const url = '/api/trpc'

function headers(): Record<string, string> {
  const slug = organizationSlug.get()
  return slug ? { 'x-oeuvre-organization': slug } : {}
}

/** `context: { requestKey }` on a change: it is done once, however often it is sent. */
function keyOf({ requestKey }: Readonly<Record<string, unknown>>): Record<string, string> {
  return typeof requestKey === 'string' ? { 'x-oeuvre-request-key': requestKey } : {}
}

export const trpcClient = createTRPCClient<AppRouter>({
  links: [
    sessionLink,
    keptLink,
    presenceLink,
    splitLink({
      // `trpc: { context: { skipBatch: true } }` on a query: its own GET, which the browser may revalidate by ETag. A key is of one call.
      condition: (op) => op.context.skipBatch === true || op.context.requestKey !== undefined,
      true: httpLink({ url, headers: ({ op }) => ({ ...headers(), ...keyOf(op.context) }) }),
      false: httpBatchLink({ url, headers, maxURLLength: 4_000 }),
    }),
  ],
})

export const trpc = createTRPCOptionsProxy<AppRouter>({ client: trpcClient, queryClient })
export type Trpc = typeof trpc
/** What procedures take and answer: `Outputs['outcomes']['list']`. */
export type Inputs = inferRouterInputs<AppRouter>
export type Outputs = inferRouterOutputs<AppRouter>
