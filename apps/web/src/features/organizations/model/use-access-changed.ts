import { useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../lib/api.ts'

/** After any change of access, everything that shows it is asked again; the frame too, since it may have been one's own. */
export function useAccessChanged(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries(trpc.organizations.access.pathFilter()),
      client.invalidateQueries(trpc.organizations.setUpProgress.pathFilter()),
      client.invalidateQueries(trpc.organizations.shell.pathFilter()),
      client.invalidateQueries(trpc.people.pathFilter()),
    ])
  }
}
