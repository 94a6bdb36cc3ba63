import { createFileRoute, redirect, useLocation } from '@tanstack/react-router'
import { SignIn } from '../features/identity/screens/sign-in.tsx'
import { plainSearch } from '../lib/search.ts'

/** Where the reader was going: an address of our own, nothing else is followed. */
function destination(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/'
}

export const Route = createFileRoute('/sign-in')({
  staticData: { words: ['identity'] },
  validateSearch: plainSearch,
  async beforeLoad({ context, search }) {
    const me = await context.queryClient.ensureQueryData(context.trpc.identity.me.queryOptions())
    if (me) throw redirect({ href: destination(search.to) })
  },
  component: SignInRoute,
})

function SignInRoute() {
  const to = destination(Route.useSearch().to)
  const email = useLocation({ select: (location) => location.state.email })
  return <SignIn to={to} email={email} />
}
