import { mappingGaps } from '@oeuvre/domain/transfers/completeness/rules'
import type { Reading } from '@oeuvre/domain/transfers/overview/schema'
import type { Mapping } from '@oeuvre/domain/transfers/schema'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Outputs, queryClient, trpc } from '../../../lib/api.ts'

type Import = Outputs['transfers']['get']
export type Draft = { readonly mapping: Mapping; readonly reading: Reading }

export function useRefreshImport(id: string) {
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.transfers.get.queryKey({ id }) }),
      queryClient.invalidateQueries({ queryKey: trpc.transfers.list.queryKey() }),
    ])
}

/** What the columns become, as it is being corrected; kept on the server when the dry run is started. */
export function useMapping(found: Import, { mapping: before, reading }: Draft) {
  const [mapping, setMapping] = useState(before)
  const { data: vocabulary } = useSuspenseQuery(trpc.outcomes.vocabulary.queryOptions())
  const refresh = useRefreshImport(found.id)
  const save = useMutation(trpc.transfers.saveMapping.mutationOptions())
  const check = useMutation(trpc.transfers.check.mutationOptions({ onSettled: refresh }))
  const gaps = mappingGaps(
    mapping,
    reading.columns.map(({ profile }) => profile),
  )
  return {
    mapping,
    setMapping,
    vocabulary,
    gaps,
    isPending: save.isPending || check.isPending,
    start: async () => {
      const { version } = await save.mutateAsync({ id: found.id, version: found.version, mapping })
      await check.mutateAsync({ id: found.id, version })
    },
  }
}
