import { useMemo } from 'react'
import { useFormat } from '../../../lib/format.ts'
import { useShell } from '../../../lib/shell.ts'
import type { AmountWriting } from '../model/form-of-detail.ts'

/** How this reader writes amounts, and the currency that is meant where none was said. */
export function useAmountWriting(): AmountWriting {
  const f = useFormat()
  const { settings } = useShell()
  const currency = settings.reportingCurrency
  return useMemo(() => ({ currency, decimalMark: f.decimalMark, amount: f.amount }), [currency, f])
}
