import { isDay } from '@oeuvre/domain/time/day'
import { createFileRoute } from '@tanstack/react-router'
import { PrintedWork } from '../../../features/recognition/screens/printed-work.tsx'
import { plainSearch, type Search } from '../../../lib/search.ts'

function daysOf({ from, to }: Search) {
  return { ...(from && isDay(from) && { from }), ...(to && isDay(to) && { to }) }
}

export const Route = createFileRoute('/$organization/print/my-work')({
  staticData: { words: ['recognition'], isBare: true },
  validateSearch: plainSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, trpc }, deps }) => queryClient.ensureQueryData(trpc.portfolio.get.queryOptions(daysOf(deps))),
  component: PrintRoute,
})

function PrintRoute() {
  return <PrintedWork days={daysOf(Route.useSearch())} />
}
