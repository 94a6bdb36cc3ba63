import { parseObjectivesFilter } from '@oeuvre/domain/objectives/schema'
import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { plainSearch } from '../../../lib/search.ts'
import { Objectives } from '../../../pages/objectives.tsx'

export const Route = createFileRoute('/$organization/objectives/')({
  staticData: { words: ['objectives'] },
  validateSearch: plainSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, trpc }, deps }) =>
    queryClient.ensureQueryData(trpc.objectives.list.queryOptions(parseObjectivesFilter(deps))),
  pendingComponent: PageSkeleton,
  component: ObjectivesRoute,
})

function ObjectivesRoute() {
  const navigate = Route.useNavigate()
  const filter = parseObjectivesFilter(Route.useSearch())
  return <Objectives filter={filter} onFilter={(search) => void navigate({ search, replace: true, resetScroll: false })} />
}
