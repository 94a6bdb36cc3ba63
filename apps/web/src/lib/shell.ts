import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { trpc } from './api.ts'

const route = getRouteApi('/$organization')

/** The organization, the reader and their roles, as the layout loaded them. */
export function useShell() {
  const { organization } = route.useParams()
  const { data } = useSuspenseQuery(trpc.organizations.shell.queryOptions(undefined, { staleTime: 60_000 }))
  return { ...data, organization }
}
