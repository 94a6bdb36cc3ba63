import type { FigurePart } from '@oeuvre/domain/impact/files/schema'
import { formatImpactFilter, type ImpactFilter, type ImpactPage } from '@oeuvre/domain/impact/schema'
import { parsePeriodCode } from '@oeuvre/domain/time/period-codes'
import { periodName } from '../model/period-name.ts'

/** The file of a part of the page. */
export function figuresAddress(organization: string, part: FigurePart, filter: ImpactFilter): string {
  return `/api/o/${encodeURIComponent(organization)}/impact/figures.csv?${new URLSearchParams({ part, ...formatImpactFilter(filter) }).toString()}`
}

/** A relative period by the name that stays: this quarter is the fourth of 2026, for whoever opens the page later. */
function lastingPeriod({ code, from, to }: ImpactPage['period']): string {
  if (parsePeriodCode(code)?.kind !== 'relative') return code
  const name = periodName({ from, to })
  if (name.kind === 'month') return `month:${name.month.slice(0, 7)}`
  if (name.kind === 'quarter') return `quarter:${name.year}-Q${name.n}`
  return name.kind === 'year' ? `year:${name.year}` : `${from}..${to}`
}

/** The same page for whoever opens it later. */
export function lastingFilter(filter: ImpactFilter, { period }: Pick<ImpactPage, 'period'>): ImpactFilter {
  return { ...filter, period: lastingPeriod(period) }
}
