import { readFileSync } from 'node:fs'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '../src/modules/credits/queries/verify-ledger.ts'
import { makeSomeone, makeTenant, type Someone, type Tenant } from './factories.ts'
import { type Api, startApi } from './harness.ts'
import { importFile } from './imports.ts'
import { allConverted, loadRates } from './rates.ts'
import { sharedFile } from './shared-files.ts'
import { download } from './uploads.ts'

const pipeline = sharedFile('maven/sales_pipeline.csv')
const history = sharedFile('rates/eurofxref-hist.csv')
const truth = JSON.parse(readFileSync(sharedFile('maven/truth.json') ?? '/dev/null', 'utf8') || '{}')

type Deal = { readonly opportunity_id: string; readonly sales_agent: string; readonly close_date: string; readonly close_value: string }

/** Cents of each won deal, from the two files by another way: the rate as an integer of 10⁻⁴, the last line of the file before the day. */
function expectedCents(): { readonly cents: Map<string, bigint>; readonly deals: readonly Deal[]; readonly between: number } {
  const [, ...lines] = readFileSync(history ?? '', 'utf8').split('\n')
  const days = lines.filter(Boolean).map((line) => line.split(',').slice(0, 2))
  const deals = (parse(readFileSync(pipeline ?? ''), { bom: true, columns: true }) as (Deal & { deal_stage: string })[]).filter(
    (deal) => deal.deal_stage === 'Won',
  )
  let between = 0
  const cents = deals.map(({ opportunity_id, close_date, close_value }) => {
    // Newest first: the first that is not later is the last before.
    const [day = '', rate = ''] = days.find(([day = '']) => day <= close_date) ?? []
    if (day !== close_date) between++
    const [whole = '', decimals = ''] = rate.split('.')
    const [numerator, denominator] = [BigInt(close_value) * 100n * 10_000n, BigInt(whole + decimals.padEnd(4, '0'))]
    const [quotient, rest] = [numerator / denominator, (numerator % denominator) * 2n]
    const isUp = rest > denominator || (rest === denominator && quotient % 2n === 1n)
    return [opportunity_id, isUp ? quotient + 1n : quotient] as const
  })
  return { cents: new Map(cents), deals, between }
}

let api: Api
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
})
afterAll(() => api.stop())

async function importDeals(t: Tenant, file: string | Buffer = readFileSync(pipeline ?? ''), added = 4238): Promise<void> {
  const { report } = await importFile(api, t.administrator, 'deals', file, {
    answer: (mapping) =>
      mapping.kind === 'deals' ? { ...mapping, createPersons: true, constants: { ...mapping.constants, currency: 'USD' } } : mapping,
  })
  expect(report).toMatchObject({ added, faulty: 0 })
}

type Credit = { external_id: string; person: string; effective_on: string; basis_points: string; reporting_value_minor: string }
const sums = (credits: readonly Credit[], keyOf: (credit: Credit) => string) => {
  const groups = new Map<string, bigint>()
  for (const credit of credits) groups.set(keyOf(credit), (groups.get(keyOf(credit)) ?? 0n) + BigInt(credit.reporting_value_minor || 0))
  return groups
}
async function creditsOf(executive: Someone): Promise<Credit[]> {
  const { text } = await download(api, executive, 'credits.csv')
  return parse(text, { bom: true, columns: true }) as Credit[]
}

/** Every deal to the cent, and so every sum; by agent and month once more as the page would ask. */
async function expectEuros(t: Tenant, executive: Someone): Promise<void> {
  const { cents, deals, between } = expectedCents()
  expect(between).toBe(1261)
  const credits = await creditsOf(executive)
  expect(sums(credits, ({ external_id }) => external_id)).toEqual(cents)
  const byAgent = new Map<string, bigint>()
  for (const { opportunity_id, sales_agent } of deals)
    byAgent.set(sales_agent, (byAgent.get(sales_agent) ?? 0n) + (cents.get(opportunity_id) ?? 0n))
  expect(sums(credits, ({ person }) => person)).toEqual(byAgent)
  expect(byAgent.size).toBe(Object.keys(truth.by_agent).length)
  const page = await executive.call.impact.page.query({ period: 'year:2017' })
  expect(page.headline.now.valueMinor).toBe(String([...cents.values()].reduce((sum, one) => sum + one, 0n)))
  // Computed beforehand with exact fractions, in another language.
  expect(page.headline.now.valueMinor).toBe('876653937')
  expect(page.notConverted).toEqual([])
  expect((await verifyLedger(api.db, t.organizationId)).problems).toEqual([])
}

describe.skipIf(!pipeline || !history)('4,238 deals in dollars, reported in euros by the published rates', () => {
  test('rates first; the same file again adds nothing; a correction leaves what is converted', async () => {
    const t = await makeTenant(api)
    const executive = await makeSomeone(api, t, 'Eve Executive', { roles: ['executive'] })
    const file = readFileSync(history ?? '')
    const loaded = await loadRates(api, t.administrator, file)
    expect(loaded).toMatchObject({
      source: 'published',
      currencies: 41,
      firstDay: '1999-01-04',
      lastDay: '2026-04-13',
      corrected: 0,
      unchanged: 0,
    })
    expect(await loadRates(api, t.administrator, file)).toMatchObject({ id: null, added: 0, corrected: 0, unchanged: loaded.added })
    await importDeals(t)
    await expectEuros(t, executive)
    const before = await creditsOf(executive)
    const corrected = file.toString('utf8').replace(/^2017-03-01,[\d.]+,/m, '2017-03-01,2.0000,')
    expect(await loadRates(api, t.administrator, corrected)).toMatchObject({ added: 0, corrected: 1, unchanged: loaded.added - 1 })
    await allConverted(t.administrator)
    expect(await creditsOf(executive)).toEqual(before)
  })

  test('deals first: not converted, told so; rates later: the same figures, and the ledger says since when', async () => {
    const t = await makeTenant(api)
    const executive = await makeSomeone(api, t, 'Eve Executive', { roles: ['executive'] })
    // A month of them: how many there are changes nothing here.
    const [head = '', ...lines] = readFileSync(pipeline ?? '', 'utf8').split('\n')
    await importDeals(t, [head, ...lines.filter((line) => /,Won,[^,]*,2017-03-/.test(line))].join('\n'), 531)
    const { cents, deals } = expectedCents()
    const march = deals.filter(({ close_date }) => close_date.startsWith('2017-03'))
    const valueMinor = String(march.reduce((sum, { close_value }) => sum + BigInt(close_value) * 100n, 0n))
    const { headline, notConverted } = await executive.call.impact.page.query({ period: 'year:2017' })
    expect(headline.now.valueMinor).toBe('0')
    const said = { currency: 'USD', outcomes: 531, firstDay: '2017-03-01', lastDay: '2017-03-31' }
    expect(notConverted).toEqual([{ ...said, digits: 2, valueMinor }])
    const { currencies } = await t.administrator.call.outcomes.unconverted.query()
    expect(currencies).toMatchObject([{ ...said, verified: 531 }])
    await loadRates(api, t.administrator, readFileSync(history ?? ''))
    await allConverted(t.administrator)
    const expected = new Map(march.map(({ opportunity_id }) => [opportunity_id, cents.get(opportunity_id)]))
    expect(sums(await creditsOf(executive), ({ external_id }) => external_id)).toEqual(expected)
    const page = await executive.call.impact.page.query({ period: 'year:2017' })
    expect(page).toMatchObject({
      notConverted: [],
      headline: { now: { valueMinor: String([...expected.values()].reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n)) } },
    })
    expect((await verifyLedger(api.db, t.organizationId)).problems).toEqual([])
    expect(await t.administrator.call.outcomes.unconverted.query()).toEqual({ converting: 0, currencies: [] })
    const [told] = await read(api.db, t.organizationId, (tx) =>
      tx.rows<object>(sql`SELECT (SELECT count(*)::int FROM notification) AS notices, sum((payload->>'outcomes')::int)::int AS converted
        FROM event WHERE type = 'credits.converted'`),
    )
    expect(told).toEqual({ notices: 0, converted: 531 })
  })
})
