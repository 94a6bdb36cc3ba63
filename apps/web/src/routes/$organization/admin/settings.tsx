import { createFileRoute } from '@tanstack/react-router'
import { Settings } from '../../../features/organizations/screens/settings.tsx'
import { SettingsSkeleton } from '../../../features/organizations/screens/settings-skeleton.tsx'

export const Route = createFileRoute('/$organization/admin/settings')({
  staticData: { words: ['organizations'] },
  loader: ({ context: { queryClient, trpc } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.organizations.settings.queryOptions()),
      queryClient.ensureQueryData(trpc.organizations.workingDays.queryOptions()),
    ]),
  pendingComponent: SettingsSkeleton,
  component: Settings,
})
