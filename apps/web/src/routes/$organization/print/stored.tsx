import { createFileRoute } from '@tanstack/react-router'
import { StoredSheet } from '../../../features/privacy/screens/stored.tsx'

export const Route = createFileRoute('/$organization/print/stored')({
  staticData: { words: ['privacy', 'privacyColumns'], isBare: true },
  loader: ({ context: { queryClient, trpc } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.accounts.settings.queryOptions()),
      queryClient.ensureQueryData(trpc.links.domains.queryOptions()),
    ]),
  component: StoredSheet,
})
