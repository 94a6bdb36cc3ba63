import { createFileRoute } from '@tanstack/react-router'
import { SettingsSkeleton } from '../../../features/organizations/screens/settings-skeleton.tsx'
import { SettingsPage } from '../../../pages/settings.tsx'

export const Route = createFileRoute('/$organization/admin/settings')({
  staticData: { words: ['organizations', 'links', 'recognition', 'stage'] },
  loader: ({ context: { queryClient, trpc } }) =>
    Promise.all([
      queryClient.ensureQueryData(trpc.organizations.settings.queryOptions()),
      queryClient.ensureQueryData(trpc.organizations.workingDays.queryOptions()),
      queryClient.ensureQueryData(trpc.links.domains.queryOptions()),
      queryClient.ensureQueryData(trpc.recognition.settings.queryOptions()),
      queryClient.ensureQueryData(trpc.stage.channel.queryOptions()),
    ]),
  pendingComponent: SettingsSkeleton,
  component: SettingsPage,
})
