import { formatListFilter, parseListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { countOptions, listOptions } from '../../../features/outcomes/model/list-query.ts'
import { Outcomes } from '../../../features/outcomes/screens/outcomes.tsx'

export const Route = createFileRoute('/$organization/outcomes/')({
  staticData: { words: ['views'] },
  validateSearch: (search) => formatListFilter(parseListFilter(search)),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, trpc }, deps }) => {
    // Not waited for: a filter must not hide the page under which one is typing.
    void queryClient.prefetchInfiniteQuery(listOptions(parseListFilter(deps)))
    void queryClient.prefetchQuery(countOptions(parseListFilter(deps)))
    return queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions())
  },
  pendingComponent: PageSkeleton,
  component: OutcomesRoute,
})

function OutcomesRoute() {
  const filter = parseListFilter(Route.useSearch())
  const navigate = Route.useNavigate()
  return (
    <Outcomes filter={filter} onFilter={(next) => void navigate({ search: formatListFilter(next), replace: true, resetScroll: false })} />
  )
}
