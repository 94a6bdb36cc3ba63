import { createFileRoute, notFound } from '@tanstack/react-router'
import { z } from 'zod'
import { findLog } from '../../../../features/outcomes/model/open-log.ts'
import { LogOutcome } from '../../../../features/outcomes/screens/log-outcome.tsx'
import { LogSkeleton } from '../../../../features/outcomes/screens/log-skeleton.tsx'

export const Route = createFileRoute('/$organization/outcomes/$id/edit')({
  staticData: { words: ['answers', 'outcomesLog'] },
  // An earlier version, to be brought back.
  validateSearch: z.object({ version: z.coerce.number().int().min(1).optional().catch(undefined) }),
  loaderDeps: ({ search }) => search,
  preload: false,
  loader: async ({ context: { queryClient, trpc }, params: { organization, id }, deps }) => {
    const shell = await queryClient.ensureQueryData(trpc.organizations.shell.queryOptions())
    const [found, version] = await Promise.all([
      findLog(id, { organization, personId: shell.person.id }),
      deps.version ? queryClient.ensureQueryData(trpc.outcomes.version.queryOptions({ id, version: deps.version })) : null,
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
      queryClient.ensureQueryData(trpc.accounts.listOwn.queryOptions()),
    ])
    if (!found.detail && !found.copy) throw notFound()
    return { found, version }
  },
  shouldReload: false,
  gcTime: 0,
  pendingComponent: LogSkeleton,
  component: EditRoute,
})

function EditRoute() {
  const { found, version } = Route.useLoaderData()
  return <LogOutcome key={found.id} found={found} version={version} />
}
