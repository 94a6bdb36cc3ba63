import { createFileRoute, notFound } from '@tanstack/react-router'
import { findLog } from '../../../../features/outcomes/model/open-log.ts'
import { LogOutcome } from '../../../../features/outcomes/screens/log-outcome.tsx'
import { LogSkeleton } from '../../../../features/outcomes/screens/log-skeleton.tsx'

export const Route = createFileRoute('/$organization/outcomes/$id/edit')({
  staticData: { words: ['answers', 'outcomesLog'] },
  preload: false,
  loader: async ({ context: { queryClient, trpc }, params: { organization, id } }) => {
    const shell = await queryClient.ensureQueryData(trpc.organizations.shell.queryOptions())
    const [found] = await Promise.all([
      findLog(id, { organization, personId: shell.person.id }),
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
      queryClient.ensureQueryData(trpc.accounts.listOwn.queryOptions()),
    ])
    if (!found.detail && !found.copy) throw notFound()
    return found
  },
  shouldReload: false,
  gcTime: 0,
  pendingComponent: LogSkeleton,
  component: EditRoute,
})

function EditRoute() {
  const found = Route.useLoaderData()
  return <LogOutcome key={found.id} found={found} />
}
