import { trpc } from '../../../lib/api.ts'

export function setUpQuery() {
  return trpc.organizations.setUpProgress.queryOptions()
}
