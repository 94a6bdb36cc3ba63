import { parseImpactFilter } from '@oeuvre/domain/impact/schema'
import { createFileRoute } from '@tanstack/react-router'
import { loadReported } from '../../../features/impact/embed/closing-query.ts'
import { ImpactPrintFailed } from '../../../features/impact/embed/impact-print.tsx'
import { pageQuery } from '../../../features/impact/embed/page-query.ts'
import { newestQuery } from '../../../features/outcomes/embed/brief-queries.ts'
import { plainSearch } from '../../../lib/search.ts'
import { ImpactPrintPage } from '../../../pages/impact-print.tsx'

/** The impact page for paper: without the frame, printed by a browser, or by the server with what `openPrint` brought along. */
export const Route = createFileRoute('/$organization/print/impact')({
  staticData: { words: ['impact', 'reports', 'closing'], isBare: true },
  validateSearch: plainSearch,
  loaderDeps: ({ search }) => search,
  // All of it before the first line is drawn: whoever prints does not wait for what comes later.
  loader: async ({ context: { queryClient, trpc }, deps }) => {
    const filter = parseImpactFilter(deps)
    const page = await queryClient.ensureQueryData(pageQuery(trpc, filter))
    const stories = page.asOf ? null : queryClient.ensureQueryData(newestQuery())
    await Promise.all([loadReported(queryClient, trpc, page, filter), stories])
  },
  component: PrintRoute,
  errorComponent: ImpactPrintFailed,
})

function PrintRoute() {
  const search = Route.useSearch()
  return <ImpactPrintPage filter={parseImpactFilter(search)} paper={search.paper === 'letter' ? 'letter' : 'a4'} />
}
