import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { importSteps } from '../../../../features/transfers/model/steps.ts'
import { importOptions } from '../../../../features/transfers/model/use-import.ts'
import { ImportPage } from '../../../../features/transfers/screens/import-page.tsx'

const Search = z.object({ step: z.enum(importSteps).optional().catch(undefined) })

export const Route = createFileRoute('/$organization/admin/imports/$id')({
  staticData: { words: ['transfers'] },
  validateSearch: Search,
  loader: ({ context: { queryClient, trpc }, params }) => {
    void queryClient.prefetchQuery(trpc.outcomes.vocabulary.queryOptions())
    return queryClient.ensureQueryData(importOptions(params.id))
  },
  component: ImportRoute,
})

function ImportRoute() {
  const { id } = Route.useParams()
  const { step } = Route.useSearch()
  const navigate = Route.useNavigate()
  return <ImportPage id={id} step={step} onStep={(next) => void navigate({ search: { step: next } })} />
}
