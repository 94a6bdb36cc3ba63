import { createFileRoute } from '@tanstack/react-router'
import { Unsubscribe, UnsubscribeFailed } from '../features/notifications/screens/unsubscribe.tsx'

export const Route = createFileRoute('/unsubscribe/$token')({
  staticData: { words: ['notifications'] },
  loader: ({ context, params }) =>
    context.queryClient.fetchQuery(context.trpc.notifications.mailLink.queryOptions({ token: params.token })),
  component: UnsubscribeRoute,
  errorComponent: UnsubscribeFailed,
})

function UnsubscribeRoute() {
  return <Unsubscribe token={Route.useParams().token} view={Route.useLoaderData()} />
}
