import { createFileRoute } from '@tanstack/react-router'
import { HomeSkeleton } from '../../components/home-skeleton.tsx'
import { leadQuery } from '../../features/impact/embed/lead-query.ts'
import { setUpQuery } from '../../features/organizations/embed/set-up-query.ts'
import { askedQuery, mineInHandQuery, newestQuery, waitingCountQuery, waitingQuery } from '../../features/outcomes/embed/brief-queries.ts'
import { receivedQuery } from '../../features/recognition/embed/received-query.ts'
import { loadWords } from '../../lib/language.ts'
import { Home } from '../../pages/home.tsx'
import { decides, leads } from '../../pages/home-reader.ts'

export const Route = createFileRoute('/$organization/')({
  loader: async ({ context: { queryClient, trpc } }) => {
    const reader = await queryClient.ensureQueryData(trpc.organizations.shell.queryOptions())
    await Promise.all([
      queryClient.ensureQueryData(mineInHandQuery()),
      queryClient.ensureQueryData(newestQuery()),
      queryClient.ensureQueryData(askedQuery()),
      queryClient.ensureQueryData(receivedQuery(reader.person.id)),
      ...(decides(reader) ? [queryClient.ensureQueryData(waitingQuery()), queryClient.ensureQueryData(waitingCountQuery())] : []),
      ...(reader.can['organization.administer'] ? [queryClient.ensureQueryData(setUpQuery()), loadWords(['organizations'])] : []),
      ...(leads(reader) ? [queryClient.ensureQueryData(leadQuery()), loadWords(['impact'])] : []),
    ])
  },
  pendingComponent: HomeSkeleton,
  component: Home,
})
