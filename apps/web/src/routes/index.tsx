import { createFileRoute, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { ChooseOrganization } from '../features/identity/screens/choose-organization.tsx'

/** The door: to the only organization, or to the choice between several. */
export const Route = createFileRoute('/')({
  validateSearch: z.object({ choose: z.string().optional() }),
  async beforeLoad({ context, search }) {
    const me = await context.queryClient.ensureQueryData(context.trpc.identity.me.queryOptions())
    if (!me) throw redirect({ to: '/sign-in' })
    const only = me.organizations.length === 1 && search.choose === undefined ? me.organizations[0] : undefined
    if (only) throw redirect({ to: '/$organization', params: { organization: only.slug } })
  },
  component: ChooseOrganization,
})
