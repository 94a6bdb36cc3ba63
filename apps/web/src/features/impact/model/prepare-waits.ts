import type { ImpactPage } from '@oeuvre/domain/impact/schema'
import type { ColumnsData } from '@oeuvre/ui/chart/types.ts'

type Bins = ImpactPage['timeToVerify']['bins']
export type WaitWords = {
  readonly label: string
  readonly number: (n: number) => string
  /** `to` null: and more. */
  readonly days: (from: number, to: number | null) => string
}

/** The distribution as columns, one a bin. Keys are the first days of the bins. */
export function prepareWaits(bins: Bins, { label, number, days }: WaitWords): ColumnsData {
  const cells = bins.map(({ outcomes }) => ({ value: outcomes, text: number(outcomes) }))
  const short = ({ from, to }: Bins[number]) =>
    to === null ? `${number(from)}+` : from === to ? number(from) : `${number(from)}–${number(to)}`
  return {
    periods: bins.map((bin) => ({ key: String(bin.from), label: short(bin), shortLabel: short(bin), longLabel: days(bin.from, bin.to) })),
    series: [{ key: 'all', label, fill: 'solid' }],
    cells: [cells],
    totals: cells,
  }
}
