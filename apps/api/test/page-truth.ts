import { readFileSync } from 'node:fs'
import type { ImpactFilter, ImpactPage } from '@oeuvre/domain/impact/schema'
import { expect } from 'vitest'
import { z } from 'zod'
import type { Someone } from './factories.ts'
import { sharedFile } from './shared-files.ts'

type Sum = { readonly won: number; readonly minor: string }

const Row = z.object({ won: z.number(), deals: z.number(), won_value: z.number(), value: z.number() }).partial()
type Row = z.infer<typeof Row>
const Numbers = z.record(z.string(), z.number())
const Rows = z.record(z.string(), Row)

/** What the figures of a file are, computed without the product; of it, what the tests ask. */
const OlistTruth = z.object({
  won_by_month: Numbers,
  won_by_quarter: Numbers,
  won_by_iso_week: Numbers,
  won_by_origin_and_month: z.record(z.string(), Numbers),
  half_credit_by_person: z.record(z.string(), z.string()),
  cycle_days: z.object({ mean: z.string(), median: z.string() }),
})
const MavenTruth = z.object({
  won_by_month: Rows,
  won_by_quarter: Rows,
  won_by_office_and_month: z.record(z.string(), Rows),
  won_by_manager_and_quarter: z.record(z.string(), Rows),
  by_manager: Rows,
  by_regional_office: Rows,
  by_agent: Rows,
  org: z.object({ 'manager to office': z.record(z.string(), z.string()) }),
  mean_won_value: z.string(),
  cycle_days: z.object({ won_mean: z.string(), won_median: z.string() }),
})
function readFigures(folder: 'olist' | 'maven'): unknown {
  return JSON.parse(readFileSync(sharedFile(`${folder}/truth.json`) ?? '', 'utf8'))
}

/** @throws ZodError when it is no such file */
export function readOlistTruth(): z.infer<typeof OlistTruth> {
  return OlistTruth.parse(readFigures('olist'))
}

/** @throws ZodError when it is no such file */
export function readMavenTruth(): z.infer<typeof MavenTruth> {
  return MavenTruth.parse(readFigures('maven'))
}

/** Cells of the page by series and bucket: "linkedin 2018-03". */
function cellsOf({ overTime }: ImpactPage, nameOf: (key: string) => string | undefined): Record<string, Record<string, Sum>> {
  const table: Record<string, Record<string, Sum>> = {}
  for (const { bucket, key, resultsBp, valueMinor } of overTime.cells) {
    const row = table[nameOf(key) ?? key] ?? {}
    row[overTime.buckets[bucket]?.key ?? ''] = { won: Number(resultsBp) / 10_000, minor: valueMinor }
    table[nameOf(key) ?? key] = row
  }
  return table
}

const counts = (table: Record<string, Sum> = {}) => Object.fromEntries(Object.entries(table).map(([key, { won }]) => [key, won]))
const wanted = (table: Record<string, Row>): Record<string, Sum> =>
  Object.fromEntries(
    Object.entries(table).map(([key, row]) => [key, { won: row.won ?? row.deals ?? 0, minor: `${row.won_value ?? row.value}00` }]),
  )

/** How few of the largest make half, straight from a list. */
function half(parts: readonly number[]): number {
  const whole = parts.reduce((a, b) => a + b, 0)
  let held = 0
  for (const [i, part] of parts.toSorted((a, b) => b - a).entries()) {
    held += part
    if (held * 2 >= whole) return i + 1
  }
  return 0
}

/** A page over all months, weeks and quarters of a marketplace's won deals, against figures computed without the product. */
export async function checkOlistPage(executive: Someone, truth: z.infer<typeof OlistTruth>): Promise<void> {
  const ask = (more: ImpactFilter) => executive.call.impact.page.query({ period: '2017-12-01..2018-11-30', compare: 'none', ...more })
  const [months, quarters, weeks] = await Promise.all([
    ask({ by: 'none', grain: 'month' }),
    ask({ by: 'none', grain: 'quarter' }),
    ask({ by: 'none', grain: 'week' }),
  ])
  expect(counts(cellsOf(months, () => 'all').all)).toEqual(truth.won_by_month)
  expect(counts(cellsOf(quarters, () => 'all').all)).toEqual(truth.won_by_quarter)
  expect(counts(cellsOf(weeks, () => 'all').all)).toEqual(truth.won_by_iso_week)

  const origins = await ask({ by: 'channel', grain: 'month' })
  const names = new Map(
    origins.channels.map(({ channel }) => [channel.id, (channel.name ?? channel.code ?? '').replace('e-mail', 'email')]),
  )
  const { '(blank)': blank, ...stated } = truth.won_by_origin_and_month
  const byOrigin = cellsOf(origins, (key) => names.get(key))
  expect(Object.fromEntries(Object.entries(byOrigin).map(([name, row]) => [name, counts(row)]))).toEqual(stated)
  expect(origins.sides.find(({ side }) => side === 'not-stated')?.outcomes).toBe(Object.values(blank ?? {}).reduce((a, b) => a + b, 0))

  expect(months.headline.now).toMatchObject({ resultsBp: '8420000', outcomes: 842, people: 41 })
  expect(months.sentence).toMatchObject({ outcomes: 842, people: 41, socialBp: 891 })
  const { all, social } = months.comparison.days
  expect([all.cases, all.mean?.toFixed(2), all.middle?.toFixed(1)]).toEqual([842, truth.cycle_days.mean, truth.cycle_days.median])
  expect(social.cases).toBe(75)

  const parts = Object.values(truth.half_credit_by_person).map(Number)
  expect(months.concentration.results).toEqual({ people: 41, half: half(parts) })
  const sorted = parts.toSorted((a, b) => a - b)
  expect(months.concentration.lorenz.results).toEqual([
    { peopleBp: 0, wholeBp: 0 },
    ...sorted.map((_, i) => ({
      peopleBp: Math.round(((i + 1) * 10_000) / 41),
      wholeBp: Math.round((sorted.slice(0, i + 1).reduce((a, b) => a + b, 0) * 10_000) / 842),
    })),
  ])
}

/** The same of a pipeline: value, and managers and offices as teams. */
export async function checkMavenPage(executive: Someone, truth: z.infer<typeof MavenTruth>): Promise<void> {
  const ask = (more: ImpactFilter) => executive.call.impact.page.query({ period: 'year:2017', compare: 'none', ...more })
  const [months, quarters, offices] = await Promise.all([
    ask({ by: 'none', grain: 'month' }),
    ask({ by: 'none', grain: 'quarter' }),
    ask({ by: 'team', grain: 'month' }),
  ])
  expect(cellsOf(months, () => 'all').all).toEqual(wanted(truth.won_by_month))
  expect(cellsOf(quarters, () => 'all').all).toEqual(wanted(truth.won_by_quarter))
  const nameOf = (page: ImpactPage) => (key: string) => page.overTime.names[key]?.name ?? undefined
  expect(cellsOf(offices, nameOf(offices))).toEqual(
    Object.fromEntries(Object.entries(truth.won_by_office_and_month).map(([name, rows]) => [name, wanted(rows)])),
  )
  const teams = Object.fromEntries(
    months.teams.map(({ name, resultsBp, valueMinor }) => [name, { won: Number(resultsBp) / 10_000, minor: valueMinor }]),
  )
  expect(teams).toEqual({ ...wanted(truth.by_manager), ...wanted(truth.by_regional_office) })
  for (const office of months.teams.filter(({ parentId }) => parentId === null)) {
    const below = await ask({ by: 'team', grain: 'quarter', team: office.teamId ?? undefined })
    for (const [manager, rows] of Object.entries(cellsOf(below, nameOf(below))))
      expect(rows).toEqual(wanted(truth.won_by_manager_and_quarter[manager] ?? {}))
  }
  const { all } = months.comparison.days
  expect([all.cases, all.mean?.toFixed(2), all.middle?.toFixed(1)]).toEqual([4238, truth.cycle_days.won_mean, truth.cycle_days.won_median])
  expect(months.comparison.size.all).toMatchObject({ cases: 4238 })
  expect(months.comparison.size.all.mean?.toFixed(2)).toBe(truth.mean_won_value)
  const values = Object.values(truth.by_agent).map((agent) => agent.won_value ?? 0)
  expect(months.concentration.value).toEqual({ people: 30, half: half(values) })
}
