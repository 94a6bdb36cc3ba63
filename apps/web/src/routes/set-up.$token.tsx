import { createFileRoute } from '@tanstack/react-router'
import { LinkFailed } from '../features/identity/components/link-failed.tsx'
import { SetUpOrganization } from '../features/identity/screens/set-up-organization.tsx'
import { RefusedError } from '../lib/refusals.ts'

export const Route = createFileRoute('/set-up/$token')({
  staticData: { words: ['identity'] },
  loader: async ({ context, params }) => {
    const { isOpen } = await context.queryClient.fetchQuery(context.trpc.identity.firstRun.queryOptions({ token: params.token }))
    if (!isOpen) throw new RefusedError({ refusals: [{ code: 'link-invalid' }], requestId: null, isLost: false })
  },
  component: SetUpRoute,
  errorComponent: LinkFailed,
})

function SetUpRoute() {
  return <SetUpOrganization token={Route.useParams().token} />
}
