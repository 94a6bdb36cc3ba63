import { Id } from '@oeuvre/domain/ids/ids'
import { createFileRoute, redirect, useLocation } from '@tanstack/react-router'
import { z } from 'zod'
import { mintId } from '../../../features/outcomes/model/fresh-ids.ts'
import { findLog } from '../../../features/outcomes/model/open-log.ts'
import { LogOutcome } from '../../../features/outcomes/screens/log-outcome.tsx'
import { LogSkeleton } from '../../../features/outcomes/screens/log-skeleton.tsx'

/** `draft`: the id, minted on arriving, so that a reload finds what was typed. `for`: whom it is logged for. */
export const Route = createFileRoute('/$organization/outcomes/new')({
  staticData: { words: ['answers', 'outcomesLog'] },
  validateSearch: z.object({ draft: Id.optional().catch(undefined), for: Id.optional().catch(undefined) }),
  loaderDeps: ({ search }) => search,
  preload: false,
  beforeLoad({ search, params, location }) {
    if (search.draft) return
    const to = { to: '/$organization/outcomes/new', params, search: { ...search, draft: mintId() }, replace: true } as const
    throw redirect({ ...to, state: { said: location.state.said } })
  },
  loader: async ({ context: { queryClient, trpc }, params: { organization }, deps }) => {
    const shell = await queryClient.ensureQueryData(trpc.organizations.shell.queryOptions())
    const [found, lead] = await Promise.all([
      findLog(deps.draft ?? mintId(), { organization, personId: shell.person.id }, true),
      deps.for ? queryClient.ensureQueryData(trpc.people.briefs.queryOptions({ ids: [deps.for] })) : null,
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
      queryClient.ensureQueryData(trpc.accounts.listOwn.queryOptions()),
    ])
    if (found.detail && found.detail.state !== 'draft')
      throw redirect({ to: '/$organization/outcomes/$id', params: { organization, id: found.id } })
    return { found, lead: lead?.[0] ?? null }
  },
  shouldReload: false,
  gcTime: 0,
  pendingComponent: LogSkeleton,
  component: NewRoute,
})

function NewRoute() {
  const { found, lead } = Route.useLoaderData()
  const said = useLocation({ select: (location) => location.state.said })
  return <LogOutcome key={found.id} found={found} said={said} lead={lead} />
}
