import { formatStageFilter, isListed, parseStageFilter } from '@oeuvre/domain/stage/schema'
import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { archiveOptions } from '../../../features/stage/model/archive-query.ts'
import { Stage } from '../../../features/stage/screens/stage.tsx'
import { plainSearch } from '../../../lib/search.ts'

export const Route = createFileRoute('/$organization/stage/')({
  staticData: { words: ['stage', 'people'] },
  validateSearch: plainSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, trpc }, deps }) => {
    const filter = parseStageFilter(deps)
    return isListed(filter)
      ? Promise.all([
          queryClient.ensureInfiniteQueryData(archiveOptions(filter)),
          queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
          queryClient.ensureQueryData(trpc.people.teams.queryOptions({})),
        ])
      : queryClient.ensureQueryData(trpc.stage.front.queryOptions())
  },
  pendingComponent: PageSkeleton,
  component: StageRoute,
})

function StageRoute() {
  const navigate = Route.useNavigate()
  const filter = parseStageFilter(Route.useSearch())
  return (
    <Stage filter={filter} onFilter={(next) => void navigate({ search: formatStageFilter(next), replace: true, resetScroll: false })} />
  )
}
