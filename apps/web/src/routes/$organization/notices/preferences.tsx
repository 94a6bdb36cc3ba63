import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { NoticePreferences } from '../../../features/notifications/screens/preferences.tsx'

export const Route = createFileRoute('/$organization/notices/preferences')({
  staticData: { words: ['notifications'] },
  loader: ({ context: { queryClient, trpc } }) => queryClient.ensureQueryData(trpc.notifications.preferences.queryOptions()),
  pendingComponent: PageSkeleton,
  component: NoticePreferences,
})
