import { createFileRoute } from '@tanstack/react-router'
import { Jobs } from '../../../features/organizations/screens/jobs.tsx'
import { SettingsSkeleton } from '../../../features/organizations/screens/settings-skeleton.tsx'

export const Route = createFileRoute('/$organization/admin/jobs')({
  staticData: { words: ['organizations'] },
  loader: ({ context: { queryClient, trpc } }) => queryClient.ensureQueryData(trpc.organizations.failedJobs.queryOptions()),
  pendingComponent: SettingsSkeleton,
  component: Jobs,
})
