import { Id } from '@oeuvre/domain/ids/ids'
import { createFileRoute } from '@tanstack/react-router'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { GiveAward } from '../../../features/recognition/screens/give-award.tsx'
import { plainSearch, type Search } from '../../../lib/search.ts'

function whomOf({ person, team }: Search) {
  const personId = Id.safeParse(person).data ?? null
  return { personId, teamId: personId === null ? (Id.safeParse(team).data ?? null) : null }
}

/** `person` or `team`: whom it is for. */
export const Route = createFileRoute('/$organization/awards/new')({
  staticData: { words: ['recognition'] },
  validateSearch: plainSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, trpc }, deps }) => queryClient.ensureQueryData(trpc.awards.choices.queryOptions(whomOf(deps))),
  pendingComponent: PageSkeleton,
  component: NewRoute,
})

function NewRoute() {
  return <GiveAward {...whomOf(Route.useSearch())} />
}
