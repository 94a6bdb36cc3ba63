import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { Lobby } from '../../../features/stage/screens/lobby.tsx'

/** Without the frame: nothing but the stories. */
export const Route = createFileRoute('/$organization/stage/lobby')({
  staticData: { words: ['stage'], isBare: true },
  loader: ({ context: { queryClient, trpc } }) => queryClient.ensureQueryData(trpc.stage.front.queryOptions()),
  pendingComponent: PageSkeleton,
  component: Lobby,
})
