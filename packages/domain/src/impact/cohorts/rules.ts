import type { CohortFigures } from '../../programs/cohort/schema.ts'
import { decimal, type FileCell, money, type Row, results, share } from '../cells/rules.ts'
import type { ImpactPage } from '../schema.ts'

/** A share of the time marks in the names of columns, with its band and how many were still seen. */
const marks = [
  { days: 91, name: '3_months' },
  { days: 183, name: '6_months' },
  { days: 365, name: '12_months' },
] as const

function survival({ survival: all }: CohortFigures): Row {
  return Object.fromEntries(
    marks.flatMap(({ days, name }): [string, FileCell][] => {
      const at = all?.find((one) => one.days === days)?.share ?? null
      const of = (bp: number | null | undefined) => (bp === null || bp === undefined ? null : share(bp))
      return [
        [`alive_${name}`, of(at?.bp)],
        [`alive_${name}_low`, of(at?.lowBp)],
        [`alive_${name}_high`, of(at?.highBp)],
      ]
    }),
  )
}

function figures(page: ImpactPage, row: CohortFigures): Row {
  const amount = (minor: string | null) => (minor === null ? null : money(page, minor))
  const part = (bp: string | null) => (bp === null ? null : results(bp))
  return {
    participants: row.people,
    led_to_result: row.led,
    accounts: row.accounts,
    is_suppressed: String(row.isSuppressed),
    ...survival(row),
    results: results(row.resultsBp),
    outcomes: row.outcomes,
    results_per_participant: part(row.perPersonBp),
    results_per_account: part(row.perAccountBp),
    value: amount(row.valueMinor),
    value_per_participant: amount(row.valuePerPersonMinor),
    value_per_account: amount(row.valuePerAccountMinor),
    currency: page.currency,
    cost_per_result: amount(row.costPerResultMinor),
    cost_per_value: part(row.costPerValueBp),
    hours_per_result: decimal(row.hoursPerResult),
  }
}

/** Each form, with what the log-rank test allows one to say, then each program. */
export function cohorts(page: ImpactPage): Row[] {
  const { forms, programs, verdict } = page.cohorts
  return [
    ...forms.map((row) => ({
      ...{ row: 'form', form: row.form, from: row.from, counted_until: row.until, ...figures(page, row) },
      ...{ verdict: verdict.kind, p: 'p' in verdict ? decimal(verdict.p.toFixed(6)) : null },
    })),
    ...programs.map((row) => ({
      ...{ row: 'program', form: row.form, program_id: row.id, program: row.title, from: row.from, counted_until: row.until },
      ...figures(page, row),
    })),
  ]
}

export const cohortColumns = [
  ...['row', 'form', 'program_id', 'program', 'from', 'counted_until', 'participants', 'led_to_result', 'accounts', 'is_suppressed'],
  ...marks.flatMap(({ name }) => [`alive_${name}`, `alive_${name}_low`, `alive_${name}_high`]),
  ...['results', 'outcomes', 'results_per_participant', 'results_per_account', 'value', 'value_per_participant', 'value_per_account'],
  ...['currency', 'cost_per_result', 'cost_per_value', 'hours_per_result', 'verdict', 'p'],
]
