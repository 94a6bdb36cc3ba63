import { useMutation, useQueryClient } from '@tanstack/react-query'
import { trpc } from '../../../lib/api.ts'
import { useShell } from '../../../lib/shell.ts'
import { sendRates } from './send-rates.ts'

/** Rates changed, and with them what can be converted. */
export function useRatesChanged() {
  const client = useQueryClient()
  return () =>
    Promise.all([client.invalidateQueries(trpc.rates.list.pathFilter()), client.invalidateQueries(trpc.outcomes.unconverted.pathFilter())])
}

export function useRateFile() {
  const { organization } = useShell()
  const refresh = useRatesChanged()
  return useMutation({
    meta: { showsItsErrors: true },
    mutationFn: (file: File) => sendRates({ organization, file }),
    onSettled: refresh,
  })
}
