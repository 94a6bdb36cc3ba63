import { formatProgramsFilter, parseProgramsFilter } from '@oeuvre/domain/programs/schema'
import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { Programs } from '../../../pages/programs.tsx'

export const Route = createFileRoute('/$organization/programs/')({
  staticData: { words: ['programs'] },
  validateSearch: (search) => formatProgramsFilter(parseProgramsFilter(search)),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, trpc }, deps }) =>
    queryClient.ensureQueryData(trpc.programs.list.queryOptions(parseProgramsFilter(deps))),
  pendingComponent: PageSkeleton,
  component: ProgramsRoute,
})

function ProgramsRoute() {
  const navigate = Route.useNavigate()
  const filter = parseProgramsFilter(Route.useSearch())
  return <Programs filter={filter} onFilter={(search) => void navigate({ search, replace: true, resetScroll: false })} />
}
