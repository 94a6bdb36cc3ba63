import { createFileRoute, redirect, useLocation } from '@tanstack/react-router'
import { z } from 'zod'
import { SignIn } from '../features/identity/screens/sign-in.tsx'

/** `to`: where the reader was going; only an address of our own is followed. */
export const Route = createFileRoute('/sign-in')({
  validateSearch: z.object({
    to: z
      .string()
      .regex(/^\/(?![/\\])/)
      .optional()
      .catch(undefined),
  }),
  async beforeLoad({ context, search }) {
    const me = await context.queryClient.ensureQueryData(context.trpc.identity.me.queryOptions())
    if (me) throw redirect({ href: search.to ?? '/' })
  },
  component: SignInRoute,
})

function SignInRoute() {
  const { to = '/' } = Route.useSearch()
  const email = useLocation({ select: (location) => location.state.email })
  return <SignIn to={to} email={email} />
}
