import { AccountSearch } from '@oeuvre/domain/accounts/schema'
import { createFileRoute } from '@tanstack/react-router'
import { registryOptions } from '../../features/accounts/model/use-registry.ts'
import { Accounts } from '../../features/accounts/screens/accounts.tsx'
import { AccountsSkeleton } from '../../features/accounts/screens/accounts-skeleton.tsx'
import { plainSearch } from '../../lib/search.ts'

export const Route = createFileRoute('/$organization/accounts')({
  staticData: { words: ['accounts'] },
  validateSearch: plainSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient, trpc }, deps }) => {
    // Not waited for: a filter must not hide the page under which one is typing.
    void queryClient.prefetchInfiniteQuery(registryOptions(AccountSearch.parse(deps)))
    return queryClient.ensureQueryData(trpc.accounts.listOwn.queryOptions())
  },
  pendingComponent: AccountsSkeleton,
  component: AccountsRoute,
})

function AccountsRoute() {
  const search = AccountSearch.parse(Route.useSearch())
  const navigate = Route.useNavigate()
  return <Accounts search={search} onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })} />
}
