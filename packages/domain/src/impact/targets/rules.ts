import { money, type Row, results, share } from '../cells/rules.ts'
import type { ImpactPage } from '../schema.ts'

/** Amounts in results, or in the reporting currency: `unit` says which. */
export function targets(page: ImpactPage): Row[] {
  const amount = (measure: string, units: string | null) =>
    units === null ? null : measure === 'results' ? results(units) : money(page, units)
  return page.targets.map((row) => ({
    objective_id: row.id,
    objective: row.title,
    team: row.team,
    from: row.from,
    to: row.to,
    counted_until: row.until,
    unit: row.measure === 'results' ? 'results' : page.currency,
    reached: amount(row.measure, row.reached),
    target: amount(row.measure, row.target),
    expected: amount(row.measure, row.expected),
    reached_share: row.reachedBp === null ? null : share(row.reachedBp),
    pace: row.standing,
    outcomes: row.outcomes,
  }))
}

export const targetColumns = [
  ...['objective_id', 'objective', 'team', 'from', 'to', 'counted_until', 'unit', 'reached', 'target', 'expected', 'reached_share', 'pace'],
  'outcomes',
]
