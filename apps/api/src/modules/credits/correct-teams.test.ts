import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Api, settled, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { verifyLedger } from './queries/verify-ledger.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
})
beforeEach(async () => {
  house = await makeHouse(api)
})
afterAll(() => api.stop())

const people = () => house.tenant.administrator.call.people

/** Verified results of Aicha and Jonas, half each, one on each of these days. */
async function verified(days: readonly string[]): Promise<void> {
  for (const occurredOn of days) {
    const contributors = [
      { personId: house.aicha.personId, role: 'lead' as const, weight: 1 },
      { personId: house.jonas.personId, role: 'support' as const, weight: 1 },
    ]
    const value = { amount: '101', currency: 'EUR', decimalMark: '.' as const }
    const outcome = house.draft({ id: randomUUID(), occurredOn, contributors, value, evidence: [] })
    const { id, version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
    await house.claire.call.review.verify.mutate({ ids: [{ id, version }] })
  }
}

async function byTeam(period: string): Promise<Record<string, string>> {
  const { teams } = await house.executive.call.impact.page.query({ period })
  return Object.fromEntries(teams.map((t) => [t.name ?? 'none', t.resultsBp]))
}

/** What stands, and what stood at a version, by team. */
function standing(version: string | null = null) {
  return read(api.db, house.tenant.organizationId, (tx) =>
    tx.rows<{ day: string; team: string | null; bp: number }>(sql`
      SELECT c.effective_on AS day, t.name AS team, sum(c.count_bp)::int AS bp FROM credit c LEFT JOIN team t ON t.id = c.team_id
      WHERE ${version}::bigint IS NULL OR c.ledger_version <= ${version}::bigint GROUP BY 1, 2 HAVING sum(c.count_bp) <> 0 ORDER BY 1, 2`),
  )
}
const ledgerVersion = async () => (await house.executive.call.impact.page.query({ period: 'year:2026' })).ledgerVersion

test('a move dated in the past takes the results of those days along, and nothing else; as it stood before stays', async () => {
  await verified(['2026-02-10', '2026-04-10'])
  expect(await byTeam('year:2026')).toMatchObject({ Export: '10000', Research: '10000', Direction: '20000' })
  const before = await ledgerVersion()
  const stood = await standing()
  await people().move.mutate({ ids: [house.aicha.personId], teamId: house.teams.research, from: '2026-03-01' })
  await settled(api)
  expect(await byTeam('quarter:2026-Q1')).toMatchObject({ Export: '5000', Research: '5000' })
  expect(await byTeam('quarter:2026-Q2')).toEqual({ Research: '10000', Direction: '10000' })
  expect(await standing(before)).toEqual(stood)
  expect(await standing()).toEqual([
    { day: '2026-02-10', team: 'Export', bp: 5000 },
    { day: '2026-02-10', team: 'Research', bp: 5000 },
    { day: '2026-04-10', team: 'Research', bp: 10_000 },
  ])
  const entries = await read(api.db, house.tenant.organizationId, (tx) =>
    tx.rows(sql`SELECT count_bp, reverses IS NOT NULL AS back, revision FROM credit WHERE cause = 'team-corrected' ORDER BY id`),
  )
  expect(entries).toEqual([
    { count_bp: -5000, back: true, revision: 1 },
    { count_bp: 5000, back: false, revision: 1 },
  ])
  // The story and its drill-down follow as well.
  const { items } = await house.executive.call.outcomes.list.query({ team: house.teams.export, state: ['verified'] })
  expect(items.map((o) => o.occurredOn)).toEqual(['2026-02-10'])
})

test('somebody who had left earlier than was known had no team on those days; back, they had', async () => {
  await verified(['2026-02-10', '2026-04-10'])
  await people().end.mutate({ id: house.aicha.personId, leftOn: '2026-03-01' })
  await settled(api)
  expect(await byTeam('quarter:2026-Q2')).toEqual({ Research: '5000', Direction: '5000', none: '5000' })
  // The figures of who leads them stay whole: who left counts where they were last.
  expect((await house.claire.call.impact.page.query({ period: 'year:2026' })).headline.now.resultsBp).toBe('10000')
  await people().return.mutate({ id: house.aicha.personId })
  await settled(api)
  expect(await byTeam('quarter:2026-Q2')).toMatchObject({ Export: '5000', Research: '5000' })
  expect((await verifyLedger(api.db, house.tenant.organizationId)).problems).toEqual([])
})

test('a decision taken while the history changes ends under the right team', async () => {
  const outcome = house.draft({ evidence: [] })
  const { id, version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
  await Promise.all([
    // Above both teams: whichever comes first, it is within reach.
    house.samuel.call.review.verify.mutate({ ids: [{ id, version }] }),
    people().move.mutate({ ids: [house.aicha.personId], teamId: house.teams.sales, from: '2026-01-01' }),
  ])
  await settled(api)
  expect(await standing()).toEqual([{ day: '2026-03-14', team: 'Sales', bp: 10_000 }])
})

test('after any moves the ledger says of each day what the teams say', async () => {
  const days = ['2026-01-05', '2026-02-05', '2026-03-05', '2026-04-05', '2026-05-05']
  await verified(days)
  const { aicha, jonas, teams } = house
  const step = fc.record({
    who: fc.constantFrom([aicha.personId], [jonas.personId], [aicha.personId, jonas.personId]),
    team: fc.constantFrom(teams.direction, teams.sales, teams.research, null),
    from: fc.constantFrom(null, ...days, '2026-02-06', '2026-07-01'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
      for (const { who, team, from } of steps) await people().move.mutate({ ids: [...who], teamId: team, from })
      await settled(api)
      const report = await verifyLedger(api.db, house.tenant.organizationId)
      expect(report.problems).toEqual([])
      expect((await standing()).reduce((sum, s) => sum + s.bp, 0)).toBe(days.length * 10_000)
    }),
    { numRuns: 6, endOnFailure: true },
  )
})
