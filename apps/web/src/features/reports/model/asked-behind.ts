import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { storiesBehind } from '@oeuvre/domain/impact/stories/rules'
import type { ReportAsked } from '@oeuvre/domain/reports/schema'

/** The outcomes behind the page's figures; null: there can be none. */
export function outcomesBehind(filter: ImpactFilter, { period }: Pick<ImpactPage, 'period'>): ReportAsked | null {
  const stories = storiesBehind(filter, period)
  if (!stories) return null
  const { cursor: _, ...asked } = stories
  return { kind: 'outcomes-csv', filter: asked }
}

/** The entries of the ledger behind them; null where their file knows no such filter. */
export function creditsBehind(filter: ImpactFilter, { period }: Pick<ImpactPage, 'period'>): ReportAsked | null {
  const { type, team, channel, side, person, skill, program, objective, rung, asOf } = filter
  if (asOf) return null
  return {
    kind: 'credits-csv',
    filter: { from: period.from, to: period.to, type, team, channel, side, person, skill, program, objective, rung },
  }
}
