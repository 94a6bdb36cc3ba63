import { createFileRoute } from '@tanstack/react-router'
import { EndReport, EndReportFailed } from '../features/reports/screens/end-report.tsx'

export const Route = createFileRoute('/unsubscribe/report/$token')({
  staticData: { words: ['reports'] },
  loader: ({ context, params }) => context.queryClient.fetchQuery(context.trpc.reports.mailLink.queryOptions({ token: params.token })),
  component: EndReportRoute,
  errorComponent: EndReportFailed,
})

function EndReportRoute() {
  return <EndReport token={Route.useParams().token} view={Route.useLoaderData()} />
}
