import { createFileRoute, notFound, Outlet, redirect } from '@tanstack/react-router'
import { OrganizationFrame } from '../../app/organization-frame.tsx'
import { organizationSlug } from '../../lib/organization.ts'

/** Everything below stands in one organization, named by the address. */
export const Route = createFileRoute('/$organization')({
  async beforeLoad({ context, params, location, preload }) {
    const me = await context.queryClient.ensureQueryData(context.trpc.identity.me.queryOptions())
    if (!me) throw redirect({ to: '/sign-in', search: { to: location.href } })
    if (!me.organizations.some((one) => one.slug === params.organization)) throw notFound()
    if (preload || organizationSlug.get() === params.organization) return
    // What another organization answered must not be shown here.
    if (organizationSlug.get() !== null) context.queryClient.removeQueries({ predicate: (query) => !isAboutReader(query.queryKey) })
    organizationSlug.set(params.organization)
  },
  loader: ({ context }) =>
    context.queryClient.ensureQueryData(context.trpc.organizations.shell.queryOptions(undefined, { staleTime: 60_000 })),
  component: OrganizationRoute,
})

function isAboutReader(key: readonly unknown[]): boolean {
  const path = key[0]
  return Array.isArray(path) && path[0] === 'identity'
}

function OrganizationRoute() {
  return (
    <OrganizationFrame>
      <Outlet />
    </OrganizationFrame>
  )
}
