import { createFileRoute } from '@tanstack/react-router'
import { Person } from '../../../pages/person.tsx'
import { PersonSkeleton } from '../../../pages/person-skeleton.tsx'

export const Route = createFileRoute('/$organization/people/$id')({
  staticData: { words: ['accounts', 'people', 'recognition'] },
  loader: ({ context, params }) => context.queryClient.ensureQueryData(context.trpc.people.get.queryOptions({ id: params.id })),
  pendingComponent: PersonSkeleton,
  component: PersonRoute,
})

function PersonRoute() {
  const { id } = Route.useParams()
  return <Person key={id} id={id} />
}
