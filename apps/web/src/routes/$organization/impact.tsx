import { formatImpactFilter, type ImpactFilter, parseImpactFilter } from '@oeuvre/domain/impact/schema'
import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { pageQuery } from '../../features/impact/embed/page-query.ts'
import { plainSearch } from '../../lib/search.ts'
import { ImpactPage } from '../../pages/impact.tsx'

export const Route = createFileRoute('/$organization/impact')({
  staticData: { words: ['impact', 'reports'] },
  validateSearch: plainSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => context.queryClient.ensureQueryData(pageQuery(context.trpc, parseImpactFilter(deps))),
  pendingComponent: PageSkeleton,
  component: ImpactRoute,
})

function ImpactRoute() {
  const filter = parseImpactFilter(Route.useSearch())
  const navigate = Route.useNavigate()
  const change = (part: Partial<ImpactFilter>) => void navigate({ search: formatImpactFilter({ ...filter, ...part }), resetScroll: false })
  return <ImpactPage filter={filter} onFilter={change} />
}
