import { formatAccessAdministration, parseAccessAdministration } from '@oeuvre/domain/organizations/access/schema'
import { createFileRoute } from '@tanstack/react-router'
import { AccessScreen } from '../../../features/organizations/screens/access.tsx'
import { AccessSkeleton } from '../../../features/organizations/screens/access-skeleton.tsx'
import { plainSearch } from '../../../lib/search.ts'

export const Route = createFileRoute('/$organization/admin/access')({
  staticData: { words: ['organizations'] },
  validateSearch: plainSearch,
  pendingComponent: AccessSkeleton,
  component: AccessRoute,
})

function AccessRoute() {
  const state = parseAccessAdministration(Route.useSearch())
  const navigate = Route.useNavigate()
  return (
    <AccessScreen
      state={state}
      onState={(next) => void navigate({ search: formatAccessAdministration(next), replace: true, resetScroll: false })}
    />
  )
}
