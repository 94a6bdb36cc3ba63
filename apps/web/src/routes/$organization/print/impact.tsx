import { parseImpactFilter } from '@oeuvre/domain/impact/schema'
import { createFileRoute } from '@tanstack/react-router'
import { ImpactPrint, ImpactPrintFailed } from '../../../features/impact/embed/impact-print.tsx'
import { pageQuery } from '../../../features/impact/embed/page-query.ts'
import { plainSearch } from '../../../lib/search.ts'

/** The impact page for paper: without the frame, printed by a browser, or by the server with what `openPrint` brought along. */
export const Route = createFileRoute('/$organization/print/impact')({
  staticData: { words: ['impact', 'reports'], isBare: true },
  validateSearch: plainSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps }) => context.queryClient.ensureQueryData(pageQuery(context.trpc, parseImpactFilter(deps))),
  component: PrintRoute,
  errorComponent: ImpactPrintFailed,
})

function PrintRoute() {
  const search = Route.useSearch()
  return <ImpactPrint filter={parseImpactFilter(search)} paper={search.paper === 'letter' ? 'letter' : 'a4'} />
}
