import { createFileRoute, redirect } from '@tanstack/react-router'
import { ChooseOrganization } from '../features/identity/screens/choose-organization.tsx'
import { plainSearch } from '../lib/search.ts'

/** The door: to the only organization, or to the choice between several. */
export const Route = createFileRoute('/')({
  staticData: { words: ['identity'] },
  validateSearch: plainSearch,
  async beforeLoad({ context, search }) {
    const me = await context.queryClient.ensureQueryData(context.trpc.identity.me.queryOptions())
    if (!me) throw redirect({ to: '/sign-in' })
    const only = me.organizations.length === 1 && search.choose === undefined ? me.organizations[0] : undefined
    if (only) throw redirect({ to: '/$organization', params: { organization: only.slug } })
  },
  component: ChooseOrganization,
})
