import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { readSnapshot, write } from '@oeuvre/db/tenant'
import { sides } from '@oeuvre/domain/credits/schema'
import { addDays, addMonths, startOfMonth } from '@oeuvre/domain/time/calendar'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePerson, makeTeam, makeTenant, type Tenant } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { appendAndBump, type CreditRow, newLedger } from '../../platform/ledger.ts'
import { verifyLedger } from '../credits/queries/verify-ledger.ts'
import type { CreditScope } from '../credits/visible-to.ts'
import { foldLedger } from './commands/fold-ledger.ts'
import { ask } from './queries/ask-cells.ts'
import { chooseCells, loadBase } from './queries/choose-cells.ts'
import { isBehind } from './queries/is-behind.ts'
import { askValues, loadComparison } from './queries/load-comparison.ts'
import { loadFigures } from './queries/load-figures.ts'
import { askMiddle, askOverTime, askPartOverTime, askPeopleOverTime, askVerifyOverTime } from './queries/phrase-questions.ts'
import { cellsOfLedger } from './queries/read-cells.ts'
import { verifyRollups } from './queries/verify-rollups.ts'

/**
 * Whatever is appended to the ledger, and whenever it is folded: figures from the rollups are those of the ledger, at every version and
 * for every period, and the rollups are what a recomputation makes of their entries.
 */
let api: Api
let t: Tenant
let teams: string[]
let people: string[]
let types: { id: string; value_kind: string }[]
let channels: string[]
let skills: string[]
beforeAll(async () => {
  api = await startApi()
  t = await makeTenant(api)
  const root = await makeTeam(api, t, 'Root')
  const [north, south] = [await makeTeam(api, t, 'North', root), await makeTeam(api, t, 'South', root)]
  teams = [north, south, await makeTeam(api, t, 'Cell', north)]
  people = await Promise.all(Array.from({ length: 7 }, (_, i) => makePerson(api, t, `P${i}`, { teamId: teams[i % 3]! })))
  await readSnapshot(api.db, t.organizationId, async (tx) => {
    types = await tx.rows(sql`SELECT id, value_kind FROM outcome_type ORDER BY position LIMIT 3`)
    channels = (await tx.rows<{ id: string }>(sql`SELECT id FROM channel ORDER BY position LIMIT 3`)).map((c) => c.id)
    skills = (await tx.rows<{ id: string }>(sql`SELECT id FROM skill ORDER BY position LIMIT 2`)).map((s) => s.id)
  })
})
afterAll(() => api.stop())

const shape = fc.record({
  day: fc.integer({ min: 0, max: 150 }).map((n) => addDays('2024-01-15', n)),
  type: fc.nat({ max: 2 }),
  side: fc.constantFrom(...sides),
  rung: fc.constantFrom(4, 5),
  // Many in one bucket of values, so that their order within it matters.
  value: fc.option(fc.oneof(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 1_000_000, max: 1_010_000 })), { nil: null }),
  isConverted: fc.boolean(),
  people: fc.uniqueArray(fc.nat({ max: 6 }), { minLength: 1, maxLength: 3 }),
  team: fc.option(fc.nat({ max: 2 }), { nil: null }),
  tenths: fc.option(fc.nat({ max: 200 }), { nil: null }),
  touch: fc.option(fc.integer({ min: -3, max: 90 }), { nil: null }),
  channels: fc.uniqueArray(fc.nat({ max: 2 }), { maxLength: 2 }),
  skill: fc.option(fc.nat({ max: 1 }), { nil: null }),
})
type Shape = typeof shape extends fc.Arbitrary<infer T> ? T : never
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('verify' as const), shapes: fc.array(shape, { minLength: 1, maxLength: 4 }) }) },
  // Taken back, amended, one person's team corrected, or its value converted within the revision.
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('reopen', 'amend', 'correct', 'convert'), one: fc.nat(), shape }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('fold' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move-team' as const), to: fc.nat({ max: 1 }) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never
type Stored = CreditRow & { id: string }

function entriesOf(outcomeId: string, revision: number, s: Shape): CreditRow[] {
  const type = types[s.type]!
  const value = type.value_kind === 'none' ? null : s.value
  return s.people.map((person, i) => {
    const bp = i === 0 ? 10_000 - 3_000 * (s.people.length - 1) : 3_000
    const part = value === null ? null : String(i === 0 ? value - Math.floor(value / 4) * (s.people.length - 1) : Math.floor(value / 4))
    return {
      ...{ outcome_id: outcomeId, revision, person_id: people[person]!, weight: bp, count_bp: bp, value_minor: part, is_lead: i === 0 },
      ...{ currency: part && 'EUR', digits: part ? 2 : null, reporting_minor: s.isConverted ? part : null, value_kind: type.value_kind },
      ...{ effective_on: s.day, cause: 'verified', reverses: null, side: s.side, rung: s.rung, is_imported: s.tenths === null },
      ...{
        days_to_verify: s.tenths === null ? null : String(s.tenths / 10 + 0.04),
        is_promise_kept: s.tenths === null ? null : s.tenths < 30,
      },
      ...{ touch_days: s.touch, team_id: s.team === null ? null : teams[(s.team + i) % 3]!, type_id: type.id },
      ...{ skill_id: s.skill === null ? null : skills[s.skill]!, program_id: null, objective_id: null },
    }
  })
}

const minus = (v: string | null) => (v === null ? null : String(-BigInt(v)))
const opposite = ({ id, ...row }: Stored, cause: string): CreditRow => ({
  ...row,
  ...{ count_bp: -row.count_bp, value_minor: minus(row.value_minor), reporting_minor: minus(row.reporting_minor), cause, reverses: id },
})

/** Of an outcome: what stands. */
function standing(tx: { rows<T>(q: ReturnType<typeof sql>): Promise<T[]> }, outcomeId: string): Promise<Stored[]> {
  return tx.rows<Stored>(sql`SELECT * FROM credit c WHERE outcome_id = ${outcomeId}::uuid AND reverses IS NULL
    AND NOT EXISTS (SELECT FROM credit r WHERE r.organization_id = c.organization_id AND r.reverses = c.id) ORDER BY id`)
}

async function play(outcomes: Map<string, number>, s: Step): Promise<void> {
  const { organizationId } = t
  if (s.do === 'fold') return void (await foldLedger(api.db, organizationId))
  await write(api.db, organizationId, async (tx) => {
    const ledger = newLedger()
    if (s.do === 'move-team') {
      const below = (await tx.one<{ id: string }>(sql`SELECT team_id AS id FROM team_placement WHERE team_id = ${teams[2]!}::uuid`))!
      await tx.run(sql`UPDATE team_placement SET parent_id = ${teams[s.to]!}::uuid WHERE team_id = ${below.id}::uuid`)
    } else if (s.do === 'verify') {
      for (const one of s.shapes) {
        const id = randomUUID()
        const value = types[one.type]!.value_kind === 'none' ? null : one.value
        await tx.run(sql`INSERT INTO outcome (organization_id, id, state, type_id, occurred_on, value_minor, currency, digits, reporting_minor, side, revision)
          VALUES (${organizationId}::uuid, ${id}::uuid, 'verified', ${types[one.type]!.id}::uuid, ${one.day}::date, ${value}::bigint, ${value === null ? null : 'EUR'},
            ${value === null ? null : 2}::smallint, ${one.isConverted ? value : null}::bigint, ${one.side}, 1)`)
        ledger.credits.push(...entriesOf(id, 1, one))
        for (const c of one.channels) ledger.channels.push({ outcome_id: id, revision: 1, channel_id: channels[c]! })
        outcomes.set(id, 1)
      }
    } else if (s.do === 'reopen' || s.do === 'amend' || s.do === 'correct' || s.do === 'convert') {
      const ids = [...outcomes.keys()]
      const id = ids[s.one % Math.max(ids.length, 1)]
      const rows = id ? await standing(tx, id) : []
      if (!id || rows.length === 0) return
      const revision = outcomes.get(id)!
      if (s.do === 'reopen') {
        ledger.credits.push(...rows.map((row) => opposite(row, 'reopened')))
        await tx.run(sql`UPDATE outcome SET state = 'submitted', version = version + 1 WHERE id = ${id}::uuid`)
      } else if (s.do === 'amend') {
        const value = types[s.shape.type]!.value_kind === 'none' ? null : s.shape.value
        ledger.credits.push(...rows.map((row) => opposite(row, 'amended')), ...entriesOf(id, revision + 1, s.shape))
        for (const c of s.shape.channels) ledger.channels.push({ outcome_id: id, revision: revision + 1, channel_id: channels[c]! })
        await tx.run(sql`UPDATE outcome SET occurred_on = ${s.shape.day}::date, type_id = ${types[s.shape.type]!.id}::uuid, value_minor = ${value}::bigint,
          currency = ${value === null ? null : 'EUR'}, digits = ${value === null ? null : 2}::smallint, side = ${s.shape.side},
          reporting_minor = ${s.shape.isConverted ? value : null}::bigint, revision = ${revision + 1} WHERE id = ${id}::uuid`)
        outcomes.set(id, revision + 1)
      } else if (s.do === 'correct') {
        const row = rows[0]!
        ledger.credits.push(opposite(row, 'team-corrected'), { ...row, team_id: teams[s.one % 3]!, cause: 'team-corrected' })
      } else {
        ledger.credits.push(
          ...rows.flatMap((row) => [opposite(row, 'converted'), { ...row, reporting_minor: row.value_minor, cause: 'converted' }]),
        )
        await tx.run(sql`UPDATE outcome SET reporting_minor = value_minor WHERE id = ${id}::uuid`)
      }
    }
    await appendAndBump(tx, organizationId, ledger)
  })
}

const scopeOf = (from: string, to: string, ledgerVersion?: string): CreditScope => ({
  ...{ organizationId: t.organizationId, from, to, reach: null, today: '2024-12-01', ledgerVersion },
})

/** Everything that a page asks, of one period at one version, from one source. */
async function everything(source: 'ledger' | 'rollups', from: string, to: string, version: string | null) {
  return readSnapshot(api.db, t.organizationId, async (tx) => {
    const newest = await loadBase(tx, t.organizationId, null)
    const base = version === null ? newest : { ...newest, version }
    if (source === 'rollups') expect(base.folded).not.toBeNull()
    const cells = source === 'ledger' ? cellsOfLedger(scopeOf(from, to, base.version)) : chooseCells(scopeOf(from, to), base, 'month')
    // Month by month, as the page asks; an edge cut from a month is a bucket too.
    const firsts = Array.from({ length: 12 }, (_, i) => addMonths(startOfMonth(from), i + 1)).filter((day) => day <= to)
    const starts = [from, ...firsts]
    const more = await ask(tx, cells, {
      touch: askMiddle(cells.count.touch),
      sizes: askMiddle(cells.count.size),
      people: askPeopleOverTime(cells, starts, true),
      verify: askVerifyOverTime(cells, starts),
      sides: askOverTime(cells, starts, 'side'),
      teams: askPartOverTime(cells, starts, 'team', teams),
    })
    // Typical values: of the rollups by their histogram, and by what has changed since.
    const { size } = await loadComparison(tx, cells, await ask(tx, cells, askValues(cells)), {
      ...{ scope: scopeOf(from, to), base, isNewest: version === null, days: [], digits: 2, valueIn: () => 0n },
    })
    const byText = <T>(rows: readonly T[]) => rows.map((row) => JSON.stringify(row)).sort()
    const { kinds, people: spread, ...figures } = await loadFigures(tx, cells)
    return {
      ...Object.fromEntries(Object.entries({ kinds, ...figures, ...more }).map(([k, v]) => [k, byText(v as readonly unknown[])])),
      spread,
      size,
    }
  })
}

test('rollups and ledger say the same, at any version and of any period', async () => {
  const outcomes = new Map<string, number>()
  const span = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), fc.nat({ max: 100 }))
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 4, maxLength: 9 }),
      fc.array(span, { minLength: 2, maxLength: 2 }),
      async (steps, spans) => {
        for (const s of steps) await play(outcomes, s)
        // A moved team is told of, and folded anew.
        const { isStale } = (await readSnapshot(api.db, t.organizationId, (tx) =>
          tx.one<{ isStale: boolean }>(
            sql`SELECT coalesce(bool_or(is_stale), true) AS "isStale" FROM rollup_state WHERE organization_id = ${t.organizationId}::uuid`,
          ),
        ))!
        if (isStale) {
          expect(await isBehind(api.db, t.organizationId)).toBe(true)
          await foldLedger(api.db, t.organizationId)
        }
        expect((await verifyRollups(api.db, t.organizationId)).problems).toEqual([])
        const newest = (await readSnapshot(api.db, t.organizationId, (tx) => loadBase(tx, t.organizationId, null))).version
        const whole = [
          ['2024-01-01', '2024-06-30', 40],
          ['2023-11-01', '2024-04-30', 100],
        ] as const
        const random = spans.map(
          ([a, b, share]) => [addDays('2023-12-20', Math.min(a, b)), addDays('2023-12-20', Math.max(a, b)), share] as const,
        )
        for (const [from, to, share] of [...whole, ...random]) {
          for (const version of [null, String((BigInt(newest) * BigInt(share)) / 100n)])
            expect(await everything('rollups', from, to, version)).toEqual(await everything('ledger', from, to, version))
        }
      },
    ),
    { numRuns: 12, seed: 20261122 },
  )
  expect(outcomes.size).toBeGreaterThan(20)
  expect((await verifyLedger(api.db, t.organizationId)).problems.filter((p) => p.what === 'order')).toEqual([])
})

test('a cell that was tampered with is found', async () => {
  await write(api.db, t.organizationId, (tx) =>
    tx.run(
      sql`UPDATE rollup_part SET results_bp = results_bp + 1 WHERE ctid = (SELECT ctid FROM rollup_part WHERE dimension = 'skill' LIMIT 1)`,
    ),
  )
  const { problems } = await verifyRollups(api.db, t.organizationId)
  expect(problems).toHaveLength(1)
  expect(problems[0]?.cell).toMatch(/^skill 2024-/)
})
