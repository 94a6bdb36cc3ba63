import { formatPeopleFilter, parsePeopleFilter } from '@oeuvre/domain/people/schema'
import { createFileRoute } from '@tanstack/react-router'
import { directoryOptions } from '../../../features/people/model/use-directory.ts'
import { teamsOptions } from '../../../features/people/model/use-teams.ts'
import { Directory } from '../../../features/people/screens/directory.tsx'
import { DirectorySkeleton } from '../../../features/people/screens/directory-skeleton.tsx'

export const Route = createFileRoute('/$organization/people/')({
  staticData: { words: ['people'] },
  validateSearch: (search) => formatPeopleFilter(parsePeopleFilter(search)),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    // Not waited for: a filter must not hide the page under which one is typing.
    void queryClient.prefetchInfiniteQuery(directoryOptions(parsePeopleFilter(deps)))
    return queryClient.ensureQueryData(teamsOptions())
  },
  pendingComponent: DirectorySkeleton,
  component: DirectoryRoute,
})

function DirectoryRoute() {
  const filter = parsePeopleFilter(Route.useSearch())
  const navigate = Route.useNavigate()
  return (
    <Directory
      filter={filter}
      onFilter={(next) => void navigate({ search: formatPeopleFilter(next), replace: true, resetScroll: false })}
    />
  )
}
