import { Id } from '@oeuvre/domain/ids/ids'
import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { plainSearch } from '../../../lib/search.ts'
import { NewObjective } from '../../../pages/set-objective.tsx'

/** `below`: the objective that it is to serve. */
export const Route = createFileRoute('/$organization/objectives/new')({
  staticData: { words: ['objectives', 'people'] },
  validateSearch: plainSearch,
  loader: ({ context: { queryClient, trpc } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.objectives.list.queryOptions({ ended: true, archived: true })),
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
      queryClient.ensureQueryData(trpc.people.teams.queryOptions({})),
    ]),
  pendingComponent: PageSkeleton,
  component: NewRoute,
})

function NewRoute() {
  const below = Id.safeParse(Route.useSearch().below)
  return <NewObjective parentId={below.data ?? null} />
}
