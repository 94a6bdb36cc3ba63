import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { sides } from '@oeuvre/domain/credits/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePerson, makeSomeone, makeTeam, makeTenant, type Tenant } from '../../../test/factories.ts'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { appendAndBump, type CreditRow, newLedger } from '../../platform/ledger.ts'
import type { CreditScope } from '../credits/visible-to.ts'
import { foldLedger } from './commands/fold-ledger.ts'
import { ask } from './queries/ask-cells.ts'
import { chooseCells, loadBase } from './queries/choose-cells.ts'
import { headlineOf, loadFigures, sideRows, typeRows } from './queries/load-figures.ts'
import { askOverTime } from './queries/phrase-questions.ts'

let api: Api
let t: Tenant
const rows: (CreditRow & { channels: string[] })[] = []
const names: Record<'root' | 'north' | 'south' | 'cell', string> = { root: '', north: '', south: '', cell: '' }
let types: { id: string; value_kind: string }[]
let channels: string[]

// Deterministic: the same ledger every time, with a takeback now and then.
let state = 7
const random = (n: number) => {
  state = (state * 48271) % 2147483647
  return state % n
}

beforeAll(async () => {
  api = await startApi()
  t = await makeTenant(api)
  const organizationId = t.organizationId
  names.root = await makeTeam(api, t, 'Root')
  names.north = await makeTeam(api, t, 'North', names.root)
  names.south = await makeTeam(api, t, 'South', names.root)
  names.cell = await makeTeam(api, t, 'Cell', names.north)
  // The cell moves from north to south on 1 March.
  await write(api.db, organizationId, async (tx) => {
    await tx.run(sql`UPDATE team_placement SET valid_to = '2026-03-01' WHERE team_id = ${names.cell}::uuid`)
    await tx.run(
      sql`INSERT INTO team_placement (organization_id, team_id, parent_id, valid_from) VALUES (${organizationId}::uuid, ${names.cell}::uuid, ${names.south}::uuid, '2026-03-01')`,
    )
  })
  const people = await Promise.all(
    Array.from({ length: 6 }, (_, i) => makePerson(api, t, `P${i}`, { teamId: [names.north, names.south, names.cell][i % 3]! })),
  )
  types = await read(api.db, organizationId, (tx) => tx.rows(sql`SELECT id, value_kind FROM outcome_type ORDER BY position LIMIT 4`))
  channels = (
    await read(api.db, organizationId, (tx) => tx.rows<{ id: string }>(sql`SELECT id FROM channel ORDER BY position LIMIT 4`))
  ).map((c) => c.id)
  await write(api.db, organizationId, async (tx) => {
    const ledger = newLedger()
    for (let i = 0; i < 120; i++) {
      const outcome_id = randomUUID()
      const type = types[random(4)]!
      const value = type.value_kind === 'none' || random(5) === 0 ? null : String(100 + random(100_000))
      const effective_on = `2026-${String(1 + random(6)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`
      await tx.run(sql`INSERT INTO outcome (organization_id, id, state, type_id, occurred_on, value_minor, currency, digits)
        VALUES (${organizationId}::uuid, ${outcome_id}::uuid, 'verified', ${type.id}::uuid, ${effective_on}::date, ${value}::bigint, ${value && 'EUR'}, ${value ? 2 : null}::smallint)`)
      const used = channels.filter(() => random(3) === 0)
      const [a, b] = [random(6), random(6)]
      const parts = a === b ? [[a, 10_000] as const] : [[a, 6_000] as const, [b, 4_000] as const]
      const days = random(4) === 0 ? null : String(random(40) / 4)
      const touched = random(3) === 0 ? null : random(90)
      let left = BigInt(value ?? 0)
      const side = sides[random(4)]!
      const own = parts.map(([person, bp], k): CreditRow & { channels: string[] } => {
        const part = value === null ? null : k === parts.length - 1 ? left : (BigInt(value) * BigInt(bp)) / 10_000n
        left -= part ?? 0n
        return {
          ...{ outcome_id, revision: 1, person_id: people[person]!, weight: bp, count_bp: bp, value_minor: part?.toString() ?? null },
          ...{ currency: value && 'EUR', digits: value ? 2 : null, reporting_minor: part?.toString() ?? null, value_kind: type.value_kind },
          ...{ effective_on, cause: 'verified', reverses: null, side, rung: 4, is_imported: days === null, days_to_verify: days },
          ...{ is_promise_kept: days === null ? null : Number(days) < 3, touch_days: touched },
          ...{
            team_id: [names.north, names.south, names.cell][person % 3]!,
            type_id: type.id,
            skill_id: null,
            program_id: null,
            objective_id: null,
          },
          ...{ is_lead: k === 0, channels: used },
        }
      })
      rows.push(...own)
      ledger.credits.push(...own)
      for (const channel_id of used) ledger.channels.push({ outcome_id, revision: 1, channel_id })
    }
    await appendAndBump(tx, organizationId, ledger)
  })
  // Every tenth outcome is taken back.
  await write(api.db, organizationId, async (tx) => {
    const gone = new Set([...new Set(rows.map((r) => r.outcome_id))].filter((_, i) => i % 10 === 0))
    const stored = await tx.rows<CreditRow & { id: string }>(sql`SELECT * FROM credit WHERE outcome_id = ANY (${[...gone]}::uuid[])`)
    const minus = (v: string | null) => (v === null ? null : String(-BigInt(v)))
    const ledger = newLedger()
    for (const c of stored)
      ledger.credits.push({
        ...c,
        count_bp: -c.count_bp,
        value_minor: minus(c.value_minor),
        reporting_minor: minus(c.reporting_minor),
        cause: 'reopened',
        reverses: c.id,
      })
    await appendAndBump(tx, organizationId, ledger)
    for (let i = rows.length - 1; i >= 0; i--) if (gone.has(rows[i]!.outcome_id)) rows.splice(i, 1)
  })
})
afterAll(() => api.stop())

const scopeOf = (over: Partial<CreditScope> = {}): CreditScope => ({
  organizationId: t.organizationId,
  from: '2026-02-01',
  to: '2026-05-31',
  reach: null,
  today: '2026-07-01',
  ...over,
})
/** As the page asks: before anything is folded from the ledger, afterwards from the rollups. */
const figures = (over: Partial<CreditScope> = {}) =>
  read(api.db, t.organizationId, async (tx) => {
    const base = await loadBase(tx, t.organizationId, null)
    return loadFigures(tx, chooseCells(scopeOf(over), base, 'month'))
  })
const inside = (from: string, to: string) => rows.filter((r) => r.effective_on >= from && r.effective_on <= to)
const bp = (list: readonly CreditRow[]) => String(list.reduce((n, r) => n + r.count_bp, 0))
const value = (list: readonly CreditRow[]) =>
  String(list.filter((r) => r.value_kind === 'realised').reduce((n, r) => n + BigInt(r.reporting_minor ?? 0), 0n))
const above = (r: CreditRow): string[] => {
  if (r.team_id !== names.cell) return [r.team_id!, names.root]
  return [names.cell, r.effective_on < '2026-03-01' ? names.north : names.south, names.root]
}

describe.each(['from the ledger', 'from the rollups'])('figures %s equal a recomputation from the entries', (source) => {
  beforeAll(async () => {
    if (source === 'from the rollups') expect(await foldLedger(api.db, t.organizationId)).toBeGreaterThan(0)
  })

  test('headline', async () => {
    const list = inside('2026-02-01', '2026-05-31')
    const days = [
      ...new Map(
        list.filter((r) => r.days_to_verify !== null).map((r) => [r.outcome_id, Math.trunc(Number(r.days_to_verify) * 10) / 10]),
      ).values(),
    ].sort((a, b) => a - b)
    const median = days.length % 2 ? days[(days.length - 1) / 2]! : (days[days.length / 2 - 1]! + days[days.length / 2]!) / 2
    expect(headlineOf(await figures())).toEqual({
      resultsBp: bp(list),
      outcomes: new Set(list.map((r) => r.outcome_id)).size,
      valueMinor: value(list),
      potentialMinor: String(list.filter((r) => r.value_kind === 'potential').reduce((n, r) => n + BigInt(r.reporting_minor ?? 0), 0n)),
      people: new Set(list.map((r) => r.person_id)).size,
      teams: new Set(list.map((r) => r.team_id)).size,
      medianDays: median.toFixed(2),
    })
  })

  test('teams roll up by the tree of the day of the result', async () => {
    const list = inside('2026-02-01', '2026-05-31')
    const { teams } = await figures()
    expect(new Map(teams.map((f) => [f.key, f.bp]))).toEqual(
      new Map(Object.values(names).map((id) => [id, bp(list.filter((r) => above(r).includes(id)))])),
    )
    // A slice by a team is the row of that team.
    for (const f of teams) {
      const slice = headlineOf(await figures({ team: f.key }))
      expect(slice).toMatchObject({ resultsBp: f.bp, valueMinor: f.value, outcomes: f.outcomes })
    }
  })

  test('types, sides and time each add up to the headline; channels need not', async () => {
    const all = await figures()
    const total = headlineOf(all)
    const sum = (list: readonly { resultsBp: string }[]) => String(list.reduce((n, f) => n + Number(f.resultsBp), 0))
    expect(sum(typeRows(all))).toBe(total.resultsBp)
    expect(sum(sideRows(all))).toBe(total.resultsBp)
    const months = ['2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01']
    const { cells } = await read(api.db, t.organizationId, async (tx) => {
      const source = chooseCells(scopeOf(), await loadBase(tx, t.organizationId, null), 'month')
      return ask(tx, source, { cells: askOverTime(source, months, 'type') })
    })
    expect(String(cells.reduce((n, c) => n + Number(c.bp), 0))).toBe(total.resultsBp)
    for (const [i, start] of months.entries())
      for (const type of types)
        expect(cells.find((c) => c.bucket === i && c.key === type.id)?.bp ?? '0').toBe(
          bp(inside(start, `${start.slice(0, 8)}31`).filter((r) => r.type_id === type.id)),
        )
    for (const c of all.channels) expect(c.bp).toBe(bp(inside('2026-02-01', '2026-05-31').filter((r) => r.channels.includes(c.key))))
  })

  test('days at the edges of months are of the ledger', async () => {
    const list = inside('2026-01-20', '2026-05-03')
    expect(headlineOf(await figures({ from: '2026-01-20', to: '2026-05-03' }))).toMatchObject({
      resultsBp: bp(list),
      people: new Set(list.map((r) => r.person_id)).size,
    })
  })

  test('a reader’s border leaves out everybody else', async () => {
    const reach = headlineOf(await figures({ reach: [names.south] }))
    expect(reach.resultsBp).toBe(bp(inside('2026-02-01', '2026-05-31').filter((r) => r.team_id === names.south)))
    expect(headlineOf(await figures({ reach: [] }))).toMatchObject({ resultsBp: '0', people: 0, medianDays: null })
  })
})

describe('the page over HTTP', () => {
  test('an executive sees the organization, a manager their reach, an employee nothing', async () => {
    const filter = { period: '2026-02-01..2026-05-31' }
    const executive = await makeSomeone(api, t, 'Eve', { roles: ['executive'] })
    const page = await executive.call.impact.page.query(filter)
    expect(page).toMatchObject({
      scope: 'organization',
      currency: 'EUR',
      headline: { now: { resultsBp: bp(inside('2026-02-01', '2026-05-31')) } },
      overTime: { grain: 'month' },
    })
    expect(page.compared).toEqual({ from: '2025-10-04', to: '2026-01-31' })
    const manager = await makeSomeone(api, t, 'Max', { manages: [names.south] })
    const reach = await manager.call.impact.page.query(filter)
    // The cell stands below south today; its people's results of then are in reach, wherever the cell stood.
    expect(reach.headline.now.resultsBp).toBe(bp(inside('2026-02-01', '2026-05-31').filter((r) => r.team_id !== names.north)))
    expect(reach.teams.map((x) => x.teamId).sort()).toEqual([names.south, names.cell].sort())
    expect(await refusal(manager.call.impact.page.query({ ...filter, team: names.north }))).toBe('not-found')
    expect(await refusal(manager.call.impact.page.query({ ...filter, team: randomUUID() }))).toBe('not-found')
    const employee = await makeSomeone(api, t, 'Emil', { teamId: names.south })
    expect(await refusal(employee.call.impact.page.query(filter))).toBe('forbidden')
  })
})
