import { formatPeopleAdministration, parsePeopleAdministration } from '@oeuvre/domain/people/schema'
import { createFileRoute } from '@tanstack/react-router'
import { teamsOptions } from '../../../features/people/model/use-teams.ts'
import { DirectorySkeleton } from '../../../features/people/screens/directory-skeleton.tsx'
import { PeopleAdministrationPage } from '../../../pages/people-administration.tsx'

export const Route = createFileRoute('/$organization/admin/people')({
  staticData: { words: ['people', 'recognition'] },
  validateSearch: (search) => formatPeopleAdministration(parsePeopleAdministration(search)),
  loader: ({ context }) => context.queryClient.ensureQueryData(teamsOptions()),
  pendingComponent: DirectorySkeleton,
  component: PeopleAdministrationRoute,
})

function PeopleAdministrationRoute() {
  const state = parsePeopleAdministration(Route.useSearch())
  const navigate = Route.useNavigate()
  return (
    <PeopleAdministrationPage
      state={state}
      onState={(next) => void navigate({ search: formatPeopleAdministration(next), replace: true, resetScroll: false })}
    />
  )
}
