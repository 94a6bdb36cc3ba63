import { readFileSync } from 'node:fs'
import { createDatabase } from '@oeuvre/db/database'
import type { Mapping } from '@oeuvre/domain/transfers/schema'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSomeone, makeTenant, type Someone, type Tenant } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { importFile, undo } from '../../../test/imports.ts'
import { checkMavenPage, checkOlistPage, readMavenTruth, readOlistTruth } from '../../../test/page-truth.ts'
import { sharedFile } from '../../../test/shared-files.ts'
import { download } from '../../../test/uploads.ts'

let api: Api
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
})
afterAll(() => api.stop())

type Credit = Record<
  'person' | 'person_external_id' | 'team' | 'effective_on' | 'basis_points' | 'value' | 'side' | 'outcome_id' | 'currency' | 'cause',
  string
>
async function csv<T>(who: Someone, path: string): Promise<T[]> {
  const { status, text } = await download(api, who, path)
  if (status !== 200) throw new Error(text)
  return parse(text, { bom: true, columns: true }) as T[]
}
const executiveOf = (t: Tenant) => makeSomeone(api, t, 'Eve Executive', { roles: ['executive'] })

/** What the database thinks it knows is of the organization before, as when autovacuum came by just then: nothing of one that came after. */
async function analyzeAll(): Promise<void> {
  const owner = createDatabase(api.ownerUrl, { max: 1 })
  await owner.pool.query('ANALYZE')
  await owner.close()
}

/** Sums in whole basis points and minor units, by what a key says; no number ever holds a fraction. */
function sums(credits: readonly Credit[], keyOf: (credit: Credit) => string) {
  const groups: Record<string, { results: number; minor: bigint }> = {}
  for (const credit of credits) {
    const key = keyOf(credit)
    const group = groups[key] ?? { results: 0, minor: 0n }
    group.results += Number(credit.basis_points)
    group.minor += BigInt(credit.value.replace('.', '') || 0)
    groups[key] = group
  }
  return groups
}
const counts = (groups: ReturnType<typeof sums>) =>
  Object.fromEntries(Object.entries(groups).map(([key, { results }]) => [key, results / 10_000]))
const month = (credit: Credit) => credit.effective_on.slice(0, 7)
const quarter = (credit: Credit) => `${credit.effective_on.slice(0, 4)}-Q${Math.ceil(Number(credit.effective_on.slice(5, 7)) / 3)}`

function mapDeals(change: (mapping: Extract<Mapping, { kind: 'deals' }>) => Mapping) {
  return (mapping: Mapping) => (mapping.kind === 'deals' ? change(mapping) : mapping)
}

describe('won deals of a marketplace', () => {
  const file = sharedFile('olist/won_deals.csv')

  test.skipIf(!file)('842 results; by origin, month and quarter; halves by person; 75 / 753 / 14; once more adds nothing', async () => {
    // Far from Europe, so that a clock that slipped into a date would show.
    const t = await makeTenant(api, { timeZone: 'Pacific/Auckland', reportingCurrency: 'BRL' })
    const expected = readOlistTruth()
    const content = readFileSync(file ?? '')
    const unknown = await importFile(api, t.administrator, 'deals', content, { until: 'checked' })
    expect(unknown.dryRun).toMatchObject({ rows: 842, added: 0, faulty: 842 })
    const answer = mapDeals((mapping) => ({ ...mapping, createPersons: true }))
    const { dryRun, report } = await importFile(api, t.administrator, 'deals', content, { answer })
    expect(dryRun).toMatchObject({ rows: 842, added: 842, faulty: 0, personsCreated: 41, channelsCreated: 7 })
    expect(report).toMatchObject({ rows: 842, added: 842, updated: 0, unchanged: 0, faulty: 0, personsCreated: 41, channelsCreated: 7 })

    const executive = await executiveOf(t)
    const credits = await csv<Credit>(executive, 'credits.csv')
    expect(counts(sums(credits, () => 'all'))).toEqual({ all: 842 })
    expect(counts(sums(credits, month))).toEqual(expected.won_by_month)
    expect(counts(sums(credits, quarter))).toEqual(expected.won_by_quarter)
    expect(counts(sums(credits, ({ side }) => side))).toEqual({ social: 75, conventional: 753, 'not-stated': 14 })
    const halves = Object.entries(expected.half_credit_by_person).map(([person, half]) => [person, Number(half)])
    expect(counts(sums(credits, ({ person_external_id }) => person_external_id))).toEqual(Object.fromEntries(halves))

    await checkOlistPage(executive, expected)
    const outcomes = await csv<{ channels: string; occurred_on: string; state: string; evidence_level: string }>(executive, 'outcomes.csv')
    expect(new Set(outcomes.map(({ state, evidence_level }) => `${state} ${evidence_level}`))).toEqual(new Set(['verified 5']))
    const origin = ({ channels }: { channels: string }) =>
      channels ? String(JSON.parse(channels)[0]).replace('e-mail', 'email') : '(blank)'
    const byOrigin: Record<string, Record<string, number>> = {}
    for (const outcome of outcomes) {
      const [name, won] = [origin(outcome), outcome.occurred_on.slice(0, 7)]
      const months = byOrigin[name] ?? {}
      months[won] = (months[won] ?? 0) + 1
      byOrigin[name] = months
    }
    expect(byOrigin).toEqual(expected.won_by_origin_and_month)

    const again = await importFile(api, t.administrator, 'deals', content, { answer })
    expect(again.dryRun).toMatchObject({ added: 0, updated: 0, unchanged: 842 })
    expect(again.report).toMatchObject({ added: 0, updated: 0, unchanged: 842, personsCreated: 0, channelsCreated: 0 })
    expect(await csv<Credit>(executive, 'credits.csv')).toEqual(credits)
  })
})

describe('a pipeline, after its teams', () => {
  const file = sharedFile('maven/sales_pipeline.csv')

  test.skipIf(!file)(
    '4,238 results worth 10,005,534.00 USD by agent, manager, office, month, quarter; lost and open left out; undo',
    async () => {
      const t = await makeTenant(api, { reportingCurrency: 'USD' })
      const expected = readMavenTruth()
      await importFile(api, t.administrator, 'people', readFileSync(sharedFile('maven/sales_teams.csv') ?? ''))
      await analyzeAll()
      const answer = mapDeals((mapping) => ({ ...mapping, constants: { ...mapping.constants, currency: 'USD' } }))
      const started = performance.now()
      const { id, dryRun, report } = await importFile(api, t.administrator, 'deals', readFileSync(file ?? ''), { answer })
      const seconds = (performance.now() - started) / 1000
      console.info(`8,800 rows: recognised, checked and imported in ${seconds.toFixed(1)} s`)
      expect(seconds).toBeLessThan(60)
      const all = { rows: 8800, added: 4238, updated: 0, unchanged: 0, leftOut: { lost: 2473, open: 2089, ignored: 0 }, faulty: 0 }
      expect(dryRun).toMatchObject(all)
      expect(report).toMatchObject({ ...all, personsCreated: 0 })

      const executive = await executiveOf(t)
      const credits = await csv<Credit>(executive, 'credits.csv')
      const valued = (groups: ReturnType<typeof sums>) =>
        Object.fromEntries(
          Object.entries(groups).map(([key, { results, minor }]) => [key, { won: results / 10_000, minor: minor.toString() }]),
        )
      const wanted = (table: Record<string, { won?: number; deals?: number; won_value?: number; value?: number }>) =>
        Object.fromEntries(
          Object.entries(table).map(([key, row]) => [key, { won: row.won ?? row.deals, minor: `${row.won_value ?? row.value}00` }]),
        )
      expect(valued(sums(credits, () => 'all'))).toEqual({ all: { won: 4238, minor: '1000553400' } })
      expect(new Set(credits.map(({ currency }) => currency))).toEqual(new Set(['USD']))
      expect(valued(sums(credits, ({ person }) => person))).toEqual(wanted(expected.by_agent))
      expect(valued(sums(credits, ({ team }) => team))).toEqual(wanted(expected.by_manager))
      expect(valued(sums(credits, ({ team }) => expected.org['manager to office'][team] ?? ''))).toEqual(
        wanted(expected.by_regional_office),
      )
      expect(valued(sums(credits, month))).toEqual(wanted(expected.won_by_month))
      expect(valued(sums(credits, quarter))).toEqual(wanted(expected.won_by_quarter))

      const teams = await t.administrator.call.people.teams.query({})
      for (const office of teams.filter(({ parentId }) => parentId === null)) {
        const inOffice = await csv<Credit>(executive, `credits.csv?team=${office.id}`)
        expect(sums(inOffice, () => 'all').all?.results).toBe((expected.by_regional_office[office.name]?.won ?? 0) * 10_000)
      }

      await checkMavenPage(executive, expected)
      const undone = await undo(api, t.administrator, id)
      expect(undone).toMatchObject({ state: 'undone', undoLeft: 0 })
      const after = await csv<Credit>(executive, 'credits.csv')
      expect(valued(sums(after, () => 'all'))).toEqual({ all: { won: 0, minor: '0' } })
    },
  )
})
