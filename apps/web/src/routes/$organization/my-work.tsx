import { Id } from '@oeuvre/domain/ids/ids'
import { isDay } from '@oeuvre/domain/time/day'
import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { MyWork } from '../../features/recognition/screens/my-work.tsx'
import { useLanguage } from '../../lib/language.ts'
import { plainSearch, type Search } from '../../lib/search.ts'

function dayOf(text: string | undefined): string | undefined {
  return text !== undefined && isDay(text) ? text : undefined
}

function daysOf({ from, to }: Search) {
  const [first, last] = [dayOf(from), dayOf(to)]
  return { ...(first && { from: first }), ...(last && { to: last }) }
}

function ownerOf({ of }: Search): string | null {
  return Id.safeParse(of).data ?? null
}

/** `of`: whose, where it is shared with the reader; `from`, `to`: days, both included. */
export const Route = createFileRoute('/$organization/my-work')({
  staticData: { words: ['people', 'recognition'] },
  validateSearch: plainSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, trpc }, deps }) => {
    const personId = ownerOf(deps)
    return Promise.all([
      queryClient.ensureQueryData(trpc.portfolio.get.queryOptions({ ...(personId && { personId }), ...daysOf(deps) })),
      queryClient.ensureQueryData(trpc.reports.means.queryOptions()),
      personId === null && queryClient.ensureQueryData(trpc.portfolio.leavingAddress.queryOptions()),
    ])
  },
  pendingComponent: PageSkeleton,
  component: MyWorkRoute,
})

function MyWorkRoute() {
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  const { organization } = Route.useParams()
  const language = useLanguage()
  const days = daysOf(search)
  return (
    <MyWork
      personId={ownerOf(search)}
      days={days}
      onDays={({ from, to }) => void navigate({ search: plainSearch({ ...search, from, to }), replace: true, resetScroll: false })}
      pdfAddress={`/api/o/${organization}/my-work.pdf?${new URLSearchParams({ ...days, language })}`}
    />
  )
}
