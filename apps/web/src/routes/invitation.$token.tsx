import { createFileRoute } from '@tanstack/react-router'
import { LinkFailed } from '../features/identity/components/link-failed.tsx'
import { UseLink } from '../features/identity/screens/use-link.tsx'

export const Route = createFileRoute('/invitation/$token')({
  staticData: { words: ['identity'] },
  loader: ({ context, params }) => context.queryClient.fetchQuery(context.trpc.identity.link.queryOptions({ token: params.token })),
  component: LinkRoute,
  errorComponent: LinkFailed,
})

function LinkRoute() {
  return <UseLink token={Route.useParams().token} view={Route.useLoaderData()} />
}
