import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { Platforms } from '../../../features/accounts/screens/platforms.tsx'

export const Route = createFileRoute('/$organization/admin/platforms')({
  staticData: { words: ['accounts', 'accountsPlatforms'] },
  loader: ({ context: { queryClient, trpc } }) => queryClient.ensureQueryData(trpc.accounts.platforms.queryOptions()),
  pendingComponent: PageSkeleton,
  component: Platforms,
})
