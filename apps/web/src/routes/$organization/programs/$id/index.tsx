import { type CohortView, formatCohortView, parseCohortView } from '@oeuvre/domain/programs/views/schema'
import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../../components/page-skeleton.tsx'
import { plainSearch } from '../../../../lib/search.ts'
import { Program } from '../../../../pages/program.tsx'

export const Route = createFileRoute('/$organization/programs/$id/')({
  staticData: { words: ['programs', 'people', 'links', 'impact'] },
  validateSearch: plainSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, trpc }, params, deps, cause }) => {
    const cohort = trpc.programs.cohort.queryOptions({ id: params.id, ...parseCohortView(deps) })
    // Other days do not hide the page that is there: its figures change when they have come.
    if (cause === 'stay') return void queryClient.prefetchQuery(cohort)
    return Promise.all([
      queryClient.ensureQueryData(cohort),
      queryClient.ensureQueryData(trpc.programs.get.queryOptions({ id: params.id })),
      queryClient.ensureQueryData(trpc.programs.playbook.queryOptions({ id: params.id })),
      queryClient.ensureQueryData(trpc.programs.checkIns.queryOptions({ id: params.id })),
      queryClient.ensureQueryData(trpc.programs.notes.queryOptions({ id: params.id })),
      queryClient.ensureQueryData(trpc.outcomes.vocabulary.queryOptions()),
      queryClient.ensureQueryData(trpc.accounts.listOwn.queryOptions()),
    ])
  },
  pendingComponent: PageSkeleton,
  component: ProgramRoute,
})

function ProgramRoute() {
  const { id } = Route.useParams()
  const view = parseCohortView(Route.useSearch())
  const navigate = Route.useNavigate()
  const change = (part: CohortView) => void navigate({ search: formatCohortView({ ...view, ...part }), resetScroll: false })
  return <Program key={id} id={id} view={view} onView={change} />
}
