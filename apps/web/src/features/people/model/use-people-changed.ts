import { useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../lib/api.ts'

/** After any change of people or teams, lists, trees and who has access are asked again. */
export function usePeopleChanged(): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries(trpc.people.pathFilter()),
      client.invalidateQueries(trpc.organizations.access.pathFilter()),
    ])
  }
}
