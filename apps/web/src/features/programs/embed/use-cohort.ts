import type { CohortInCompany } from '@oeuvre/domain/programs/company/schema'
import type { CohortView } from '@oeuvre/domain/programs/views/schema'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '../../../lib/api.ts'

/** What became of a program on the days asked about; until it is there, what was asked before. */
export function useCohort(id: string, view: CohortView): { readonly cohort: CohortInCompany | undefined; readonly isStale: boolean } {
  const { data, error, isPlaceholderData } = useQuery(
    trpc.programs.cohort.queryOptions({ id, ...view }, { placeholderData: keepPreviousData }),
  )
  if (error && !data) throw error
  return { cohort: data, isStale: isPlaceholderData }
}
