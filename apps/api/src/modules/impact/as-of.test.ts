import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePerson, makeSomeone, makeTenant, type Someone, type Tenant } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { foldLedger } from './commands/fold-ledger.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

type Result = {
  readonly at: string
  readonly day?: string
  readonly value?: number | null
  readonly side?: string
  readonly takesBack?: number
}
type Company = { readonly tenant: Tenant; readonly executive: Someone; readonly entries: string[] }

async function makeCompany(timeZone: string): Promise<Company> {
  const tenant = await makeTenant(api, { timeZone })
  return { tenant, executive: await makeSomeone(api, tenant, 'Eve', { roles: ['executive'] }), entries: [] }
}

/** Results as the ledger recorded them at an instant, in order. `takesBack`: the opposite of the so-manieth before. */
async function record({ tenant, entries }: Company, results: readonly Result[]): Promise<void> {
  const person = await makePerson(api, tenant, 'Lea')
  const id = sql`${tenant.organizationId}::uuid`
  for (const { at, day = '2018-01-10', value = null, side = 'social', takesBack } of results)
    await write(api.db, tenant.organizationId, async (tx) => {
      const version = sql`(SELECT ledger_version FROM organization_version WHERE organization_id = ${id})`
      await tx.run(sql`UPDATE organization_version SET ledger_version = ledger_version + 1 WHERE organization_id = ${id}`)
      const entry = randomUUID()
      if (takesBack !== undefined) {
        await tx.run(
          sql`UPDATE outcome SET state = 'submitted' WHERE id = (SELECT outcome_id FROM credit WHERE id = ${entries[takesBack]}::uuid)`,
        )
        await tx.run(sql`INSERT INTO credit (organization_id, outcome_id, revision, person_id, weight, count_bp, value_minor, currency, digits, reporting_minor, value_kind, effective_on, recorded_at, ledger_version,
            cause, reverses, side, rung, is_imported, type_id, is_lead)
          SELECT organization_id, outcome_id, revision, person_id, weight, -count_bp, -value_minor, currency, digits, -reporting_minor, value_kind, effective_on, ${at}::timestamptz, ${version}, 'reopened', id, side, rung,
            is_imported, type_id, is_lead FROM credit WHERE id = ${entries[takesBack]}::uuid`)
        return
      }
      const outcome = randomUUID()
      const money = value === null ? sql`NULL, NULL, NULL, NULL` : sql`${value}::bigint, 'EUR', 2, ${value}::bigint`
      const type = sql`(SELECT id FROM outcome_type WHERE organization_id = ${id} AND code = 'client-won')`
      await tx.run(sql`INSERT INTO outcome (organization_id, id, state, type_id, occurred_on, value_minor, currency, digits, reporting_minor, side)
        SELECT ${id}, ${outcome}::uuid, 'verified', ${type}, ${day}::date, ${money}, ${side}`)
      await tx.run(sql`INSERT INTO credit (organization_id, id, outcome_id, revision, person_id, weight, count_bp, value_minor, currency, digits, reporting_minor, value_kind, effective_on, recorded_at, ledger_version,
          cause, side, rung, is_imported, type_id, is_lead)
        SELECT ${id}, ${entry}::uuid, ${outcome}::uuid, 1, ${person}::uuid, 1, 10000, ${money}, 'realised', ${day}::date, ${at}::timestamptz, ${version}, 'verified', ${side}, 4, TRUE, ${type}, TRUE`)
      entries.push(entry)
    })
}

const resultsAsOf = async ({ executive }: Company, asOf: string | undefined, period = '2018-01-01..2026-12-31') =>
  Number((await executive.call.impact.page.query({ period, asOf })).headline.now.resultsBp) / 10_000

describe('a day ends at the midnight that follows it, in the organization’s zone', () => {
  /** Instants written down from the zones' own rules: the first moment of the day after. */
  test.each([
    ['Europe/Paris', '2024-03-31', '2024-03-31T22:00:00Z', 'a day of 23 hours'],
    ['Europe/Paris', '2024-10-27', '2024-10-27T23:00:00Z', 'a day of 25 hours'],
    ['Europe/Paris', '2024-02-29', '2024-02-29T23:00:00Z', 'a leap day'],
    ['Pacific/Kiritimati', '2024-02-29', '2024-02-29T10:00:00Z', 'fourteen hours ahead'],
    ['America/Sao_Paulo', '2018-11-03', '2018-11-04T03:00:00Z', 'a midnight that does not exist'],
    ['America/Sao_Paulo', '2018-02-17', '2018-02-18T03:00:00Z', 'an hour before midnight that comes twice'],
  ])('%s, as of %s: before %s (%s)', async (timeZone, day, boundary) => {
    const company = await makeCompany(timeZone)
    const at = Date.parse(boundary)
    const instants = [at - 3_600_000, at - 1, at, at + 1].map((ms) => ({ at: new Date(ms).toISOString() }))
    await record(company, instants)
    for (const isFolded of [false, true]) {
      if (isFolded) await foldLedger(api.db, company.tenant.organizationId)
      expect([await resultsAsOf(company, day), await resultsAsOf(company, undefined)]).toEqual([2, 4])
    }
  })

  test('what was taken back since stands as it stood; before anything was recorded there is nothing; a day to come is now', async () => {
    const company = await makeCompany('Europe/Paris')
    await record(company, [
      { at: '2024-01-10T10:00:00Z', value: 5_000 },
      { at: '2024-02-10T10:00:00Z', value: 7_000 },
      { at: '2024-03-10T10:00:00Z', takesBack: 0 },
    ])
    for (const isFolded of [false, true]) {
      if (isFolded) await foldLedger(api.db, company.tenant.organizationId)
      const asOf = (day?: string) => resultsAsOf(company, day)
      expect([
        await asOf('2023-12-31'),
        await asOf('2024-01-31'),
        await asOf('2024-02-29'),
        await asOf('2024-03-10'),
        await asOf('2099-01-01'),
      ]).toEqual([0, 1, 2, 1, 1])
    }
    const then = await company.executive.call.impact.page.query({ period: 'year:2018', asOf: '2024-02-29' })
    expect(then).toMatchObject({
      asOf: '2024-02-29',
      ledgerVersion: '2',
      headline: { now: { valueMinor: '12000' } },
      comparison: { size: { all: { cases: 2, middle: 60 } } },
    })
    // Relative periods are of then too.
    expect((await company.executive.call.impact.page.query({ period: 'this-year', asOf: '2018-06-30' })).period).toMatchObject({
      from: '2018-01-01',
      isUnfinished: true,
    })
  })
})

describe('little', () => {
  const noEstimate = { cases: 0, mean: null, middle: null, low: null, high: null }
  test('nothing at all, one result, no value, all on one day: every figure says what it can', async () => {
    const company = await makeCompany('Europe/Paris')
    const ask = () => company.executive.call.impact.page.query({ period: '2018-01-01..2018-03-31' })
    const nothing = await ask()
    expect(nothing).toMatchObject({
      sentence: { kind: 'nothing' },
      headline: { now: { resultsBp: '0', outcomes: 0, people: 0, medianDays: null } },
      comparison: { size: { all: noEstimate, verdict: 'too-few' }, days: { all: noEstimate, verdict: 'too-few' }, conversion: null },
      concentration: { isSuppressed: false, results: null, value: null, lorenz: { results: [], value: [] } },
      timeToVerify: { bins: [], kept: { outcomes: 0, of: 0 } },
      presence: { total: { registered: 0, isSuppressed: false }, platforms: [] },
      ...{ teams: [], types: [], channels: [], skills: [] },
    })
    expect(nothing.sides).toHaveLength(4)
    expect(nothing.trend.cells).toHaveLength(nothing.trend.buckets.length)

    await record(company, [{ at: '2018-02-01T10:00:00Z' }])
    const one = await ask()
    expect(one).toMatchObject({
      sentence: { kind: 'figures', outcomes: 1, valueMinor: null, socialBp: 10_000 },
      comparison: { size: { all: noEstimate } },
      // One person's share would be a figure about them.
      concentration: { isSuppressed: true, results: null, lorenz: { results: [] } },
      teams: [{ teamId: null, outcomes: 1 }],
    })

    await record(
      company,
      Array.from({ length: 6 }, (_, i) => ({ at: '2018-02-01T10:00:01Z', value: (i + 1) * 100, side: i % 2 ? 'conventional' : 'social' })),
    )
    for (const isFolded of [false, true]) {
      if (isFolded) await foldLedger(api.db, company.tenant.organizationId)
      const { comparison, overTime } = await ask()
      expect(comparison.size).toMatchObject({
        all: { cases: 6, mean: 3.5, middle: 3.5, low: 1, high: 6 },
        social: { cases: 3, middle: 3, low: null },
        verdict: 'too-few',
      })
      expect(new Set(overTime.cells.map((cell) => overTime.buckets[cell.bucket]?.key))).toEqual(new Set(['2018-01']))
    }
  })
})
