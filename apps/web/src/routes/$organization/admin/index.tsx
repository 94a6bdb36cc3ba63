import { createFileRoute } from '@tanstack/react-router'
import { setUpQuery } from '../../../features/organizations/embed/set-up-query.ts'
import { Overview } from '../../../features/organizations/screens/overview.tsx'

export const Route = createFileRoute('/$organization/admin/')({
  staticData: { words: ['organizations'] },
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(setUpQuery()),
  component: Overview,
})
