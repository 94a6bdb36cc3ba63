import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { type Months, monthsOf } from '../../features/equity/model/months.ts'
import { EquityPage } from '../../features/equity/screens/equity.tsx'
import { plainSearch } from '../../lib/search.ts'

export const Route = createFileRoute('/$organization/equity')({
  staticData: { words: ['equity'] },
  validateSearch: plainSearch,
  loaderDeps: ({ search }) => ({ months: monthsOf(search.months) }),
  loader: ({ context: { queryClient, trpc }, deps }) => queryClient.ensureQueryData(trpc.equity.get.queryOptions(deps)),
  pendingComponent: PageSkeleton,
  component: EquityRoute,
})

function EquityRoute() {
  const navigate = Route.useNavigate()
  const months = monthsOf(Route.useSearch().months)
  const choose = (next: Months) => void navigate({ search: { months: String(next) }, replace: true, resetScroll: false })
  return <EquityPage months={months} onMonths={choose} />
}
