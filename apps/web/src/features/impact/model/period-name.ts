/** What a span of days is called: a month, a quarter, a year, twelve months, or its days. YYYY-MM-DD, both included. */
export type PeriodName =
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'quarter'; readonly n: number; readonly year: string }
  | { readonly kind: 'year'; readonly year: string }
  | { readonly kind: 'twelve'; readonly from: string; readonly to: string }
  | { readonly kind: 'days'; readonly from: string; readonly to: string }

function isLastOfMonth(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).getUTCDate() === date
}

export function periodName({ from, to }: { readonly from: string; readonly to: string }): PeriodName {
  const [year = 0, month = 0] = from.split('-').map(Number)
  const [lastYear = 0, lastMonth = 0] = to.split('-').map(Number)
  const months = (lastYear - year) * 12 + lastMonth - month + 1
  if (!from.endsWith('-01') || !isLastOfMonth(to)) return { kind: 'days', from, to }
  if (months === 1) return { kind: 'month', month: from }
  if (months === 3 && month % 3 === 1) return { kind: 'quarter', n: (month + 2) / 3, year: String(year) }
  if (months === 12) return month === 1 ? { kind: 'year', year: String(year) } : { kind: 'twelve', from, to }
  return { kind: 'days', from, to }
}
