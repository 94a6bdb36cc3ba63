import { formatImpactFilter, type ImpactFilter, parseImpactFilter } from '@oeuvre/domain/impact/schema'
import { createFileRoute } from '@tanstack/react-router'
import { ImpactSkeleton } from '../../features/impact/components/impact-skeleton.tsx'
import { pageQuery } from '../../features/impact/embed/page-query.ts'
import { plainSearch } from '../../lib/search.ts'
import { ImpactPage } from '../../pages/impact.tsx'

export const Route = createFileRoute('/$organization/impact')({
  staticData: { words: ['impact', 'reports', 'views'] },
  validateSearch: plainSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, trpc }, deps, cause }) => {
    const page = pageQuery(trpc, parseImpactFilter(deps))
    void queryClient.prefetchQuery(trpc.outcomes.vocabulary.queryOptions(undefined, { staleTime: 300_000 }))
    // Another filter does not hide the page that is there: it changes when the figures have come.
    return cause === 'stay' ? void queryClient.prefetchQuery(page) : queryClient.ensureQueryData(page)
  },
  pendingComponent: ImpactSkeleton,
  component: ImpactRoute,
})

function ImpactRoute() {
  const filter = parseImpactFilter(Route.useSearch())
  const navigate = Route.useNavigate()
  const change = (part: Partial<ImpactFilter>) => void navigate({ search: formatImpactFilter({ ...filter, ...part }), resetScroll: false })
  return <ImpactPage filter={filter} onFilter={change} />
}
