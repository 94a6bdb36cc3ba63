import { Buffer } from 'node:buffer'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import type { OutcomeDraftInput } from '@oeuvre/domain/outcomes/schema'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Api, refusals, startApi } from './harness.ts'
import { type House, makeHouse } from './outcome-factories.ts'
import { allConverted, loadRates } from './rates.ts'
import { download } from './uploads.ts'

/** Three days of the published file (8 to 10 April 2026); the zipped ones were made by another program. */
const published = `Date,USD,JPY,HUF,ISK,BRL,RUB,
2026-04-10,1.1711,186.43,377.2,143.29,5.9191,N/A,
2026-04-09,1.1685,185.7,377.08,143.6,5.9584,N/A,
2026-04-08,1.1706,185.13,375.63,143.8,5.9488,N/A,
`
const deflated =
  'UEsDBBQAAAAIAACAjVx0bjp8QQAAAFsAAAASAAAAZXVyb2Z4cmVmLWhpc3QuY3N2c0ksSdUJDXbR8QqI1OEyMjAy0zUw0TU00DHUMzQ3NNQxtDDTMzFGyBhYgmTMLEyBMqZ65kgSFmAtBmZgCUOgFgBQSwECFAMUAAAACAAAgI1cdG46fEEAAABbAAAAEgAAAAAAAAAAAAAAgAEAAAAAZXVyb2Z4cmVmLWhpc3QuY3N2UEsFBgAAAAABAAEAQAAAAHEAAAAAAA=='
const stored =
  'UEsDBBQAAAAAAACAjVx0bjp8WwAAAFsAAAASAAAAZXVyb2Z4cmVmLWhpc3QuY3N2RGF0ZSxVU0QsSlBZLAoyMDI2LTA0LTEwLDEuMTcxMSwxODYuNDMsCjIwMjYtMDQtMDksMS4xNjg1LDE4NS43LAoyMDI2LTA0LTA4LDEuMTcwNiwxODUuMTMsClBLAQIUAxQAAAAAAACAjVx0bjp8WwAAAFsAAAASAAAAAAAAAAAAAACAAQAAAABldXJvZnhyZWYtaGlzdC5jc3ZQSwUGAAAAAAEAAQBAAAAAiwAAAAAA'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
  house = await makeHouse(api)
})
afterAll(() => api.stop())

const worth = (amount: string, currency: string) => ({ amount, currency, decimalMark: '.' as const })
async function verified(over: Partial<OutcomeDraftInput>, at: House = house): Promise<{ id: string; version: number; state: string }> {
  const outcome = at.draft(over)
  const { version } = await at.aicha.call.outcomes.log.mutate({ outcome, version: null })
  const { outcomes } = await at.claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version }] })
  return { id: outcome.id, version: outcomes[0]!.version, state: outcomes[0]!.state }
}
const seen = async (id: string, at: House = house) => (await at.claire.call.outcomes.get.query({ id })).inReportingCurrency
const entries = (id: string, at: House = house) =>
  read(api.db, at.tenant.organizationId, (tx) =>
    tx.rows<object>(sql`SELECT sum(reporting_minor)::text AS reporting, cause, revision, reverses IS NOT NULL AS back FROM credit WHERE outcome_id = ${id}::uuid
      GROUP BY cause, revision, back, ledger_version ORDER BY ledger_version, back DESC`),
  )

test('zipped as it is published, and again: nothing new; what is no such file is refused and leaves nothing', async () => {
  const at = await makeHouse(api)
  const { administrator } = at.tenant
  const span = { source: 'published', currencies: 2, firstDay: '2026-04-08', lastDay: '2026-04-10' }
  expect(await loadRates(api, administrator, Buffer.from(deflated, 'base64'), 'eurofxref-hist.zip')).toMatchObject({ ...span, added: 6 })
  expect(await loadRates(api, administrator, Buffer.from(stored, 'base64'))).toMatchObject({ ...span, id: null, added: 0, unchanged: 6 })
  for (const [content, code, params] of [
    [published.replace('5.9584', '-5.9584'), 'rates-line', { line: 3, what: 'rate', text: '-5.9584' }],
    [published.replace('2026-04-09', '2026-04-08'), 'rate-twice', { currency: 'USD', day: '2026-04-08', line: 4, other: 3 }],
    ['name,team\nAda,1\n', 'rates-not-recognised', undefined],
    [Buffer.from(deflated, 'base64').subarray(0, 120), 'file-damaged', undefined],
    [Buffer.from(deflated, 'base64').fill(0, 60, 80), 'file-damaged', undefined],
    ['', 'file-has-nothing', undefined],
  ] as const)
    expect(await loadRates(api, administrator, content)).toMatchObject({
      status: 400,
      refusals: [{ code, field: 'file', ...(params && { params }) }],
    })
  const { currencies, loads } = await administrator.call.rates.list.query()
  expect(currencies.map(({ currency, days, perEuro, lastDay }) => ({ currency, days, perEuro, lastDay }))).toEqual([
    { currency: 'JPY', days: 3, perEuro: '186.43', lastDay: '2026-04-10' },
    { currency: 'USD', days: 3, perEuro: '1.1711', lastDay: '2026-04-10' },
  ])
  expect(loads).toMatchObject([{ source: 'published', fileName: 'eurofxref-hist.zip', by: { name: 'Ada Admin' }, added: 6 }])
})

describe('reported in euros', () => {
  beforeAll(() => loadRates(api, house.tenant.administrator, published))

  test.each([
    ['of its day', '2026-04-09', worth('1000.00', 'USD'), '85580', '2026-04-09'],
    ['of the Friday before', '2026-04-12', worth('1000.00', 'USD'), '85390', '2026-04-10'],
    ['forints have two digits', '2026-04-10', worth('1250.50', 'HUF'), '332', '2026-04-10'],
    ['yen have none', '2026-04-10', worth('5', 'JPY'), '3', '2026-04-10'],
    ['nor have krónur', '2026-04-10', worth('14329', 'ISK'), '10000', '2026-04-10'],
    ['a day before the first rate', '2026-04-07', worth('1000.00', 'USD'), null, null],
    ['ten days after the last', '2026-04-20', worth('11711.00', 'USD'), '1000000', '2026-04-10'],
    ['eleven days after', '2026-04-21', worth('1000.00', 'USD'), null, null],
    ['not quoted', '2026-04-10', worth('1000.00', 'RUB'), null, null],
  ])('%s', async (_, occurredOn, value, minor, day) => {
    const { id } = await verified({ occurredOn, value })
    expect(await seen(id)).toMatchObject({
      value: minor === null ? null : { minor, currency: 'EUR', digits: 2 },
      rates: day === null ? [] : [{ currency: value.currency, day, source: 'published', by: null }],
    })
    expect(await entries(id)).toEqual([{ reporting: minor, cause: 'verified', revision: 1, back: false }])
  })

  test('shared by weight after it was rounded once; for those alone who may see the value', async () => {
    const contributors = [house.aicha, house.colleague, house.jonas].map(({ personId }, i) => ({
      personId,
      role: i === 0 ? ('lead' as const) : ('support' as const),
      weight: 1,
    }))
    const { id } = await verified({ occurredOn: '2026-04-10', value: worth('100.00', 'USD'), contributors })
    expect(await entries(id)).toEqual([{ reporting: '8539', cause: 'verified', revision: 1, back: false }])
    expect((await house.executive.call.outcomes.get.query({ id })).inReportingCurrency?.value?.minor).toBe('8539')
    const stranger = await house.reviewer.call.outcomes.get.query({ id })
    expect([stranger.value, stranger.inReportingCurrency]).toEqual([null, null])
  })

  test('what is verified keeps its rate: through a correction, another split, another title; another value takes the rate of now', async () => {
    const { id, version } = await verified({ occurredOn: '2026-04-08', value: worth('1170.60', 'USD') })
    expect((await seen(id))?.value?.minor).toBe('100000')
    const typed = await house.tenant.administrator.call.rates.type.mutate({ currency: 'USD', day: '2026-04-08', perEuro: '2.3412' })
    expect(typed).toMatchObject({ source: 'typed', corrected: 1 })
    await allConverted(house.tenant.administrator)
    const draft = { ...house.draft({ id, occurredOn: '2026-04-08', value: worth('1170.60', 'USD') }), title: 'Said better' }
    const amend = (outcome: OutcomeDraftInput, from: number) =>
      house.claire.call.review.amend.mutate({ outcome, version: from, words: 'Asked.', wereContributorsAsked: true })
    const people = [house.aicha.personId, house.jonas.personId]
    const contributors = people.map((personId, i) => ({ personId, role: i === 0 ? ('lead' as const) : ('support' as const), weight: 1 }))
    const split = await amend({ ...draft, contributors }, version)
    expect((await seen(id))?.value?.minor).toBe('100000')
    await amend({ ...draft, contributors, value: worth('2341.20', 'USD') }, split.version)
    expect(await seen(id)).toMatchObject({
      value: { minor: '100000' },
      rates: [{ perEuro: '2.3412', source: 'typed', by: { name: 'Ada Admin' } }],
    })
    // The history says by which rate each value stood: what was settled stays, though that day's rate was corrected since.
    const at = (perEuro: string, source: string) => ({
      reported: { value: { minor: '100000' }, rates: [{ perEuro, day: '2026-04-08', source }] },
    })
    const { entries: told } = await house.claire.call.outcomes.history.query({ id })
    expect(told.flatMap(({ changes }) => changes.filter(({ field }) => field === 'value'))).toMatchObject([
      {
        before: { money: { minor: '117060' }, ...at('1.1706', 'published') },
        after: { money: { minor: '234120' }, ...at('2.3412', 'typed') },
      },
    ])
    for (const [read, one] of [
      [version - 1, at('1.1706', 'published')],
      [split.version, at('1.1706', 'published')],
      [split.version + 1, at('2.3412', 'typed')],
    ] as const) {
      const { values } = await house.claire.call.outcomes.version.query({ id, version: read })
      expect([read, values.find(({ field }) => field === 'value')?.value]).toMatchObject([read, one])
    }
    expect((await entries(id)).map((e) => Object.values(e).join(' '))).toEqual([
      '100000 verified 1 false',
      '-100000 amended 1 true',
      '100000 amended 2 false',
      '-100000 amended 2 true',
      '100000 amended 3 false',
    ])
    // What is published leaves what somebody typed.
    expect(await loadRates(api, house.tenant.administrator, published)).toMatchObject({ id: null, kept: 1 })
  })

  test('a rate typed by hand: not of tomorrow, not of the euro, above zero; taken back, it serves nobody any more', async () => {
    const { administrator } = house.tenant
    const type = (input: { currency: string; day: string; perEuro: string | null }) => administrator.call.rates.type.mutate(input)
    expect(await refusals(type({ currency: 'XOF', day: '2999-01-01', perEuro: '655.957' }))).toMatchObject([
      { code: 'date-in-future', field: 'day' },
    ])
    expect(await refusals(type({ currency: 'EUR', day: '2026-01-01', perEuro: '1' }))).toMatchObject([{ code: 'unknown-currency' }])
    expect(await refusals(type({ currency: 'XOF', day: '2026-01-01', perEuro: '0.0' }))).toMatchObject([{ code: 'rate-invalid' }])
    await type({ currency: 'XOF', day: '2026-01-01', perEuro: '655.957' })
    const first = await verified({ occurredOn: '2026-03-31', value: worth('655957', 'XOF') })
    expect((await seen(first.id))?.value?.minor).toBe('100000')
    await type({ currency: 'XOF', day: '2026-01-01', perEuro: null })
    const second = await verified({ occurredOn: '2026-03-31', value: worth('655957', 'XOF') })
    expect([(await seen(first.id))?.value?.minor, (await seen(second.id))?.value]).toEqual(['100000', null])
    expect((await administrator.call.rates.list.query()).typed.map(({ currency }) => currency)).not.toContain('XOF')
  })

  test('without a rate it waits, and is looked at twice; with one it is converted once, in the background, under the revision that it has', async () => {
    const at = await makeHouse(api)
    const { administrator } = at.tenant
    await administrator.call.organizations.saveSettings.mutate({ secondLookMinor: '100000' })
    const value = worth('117.11', 'USD')
    expect((await verified({ occurredOn: '2026-04-10', value }, at)).state).toBe('second-look')
    await administrator.call.organizations.saveSettings.mutate({ secondLookMinor: null })
    const counted = await verified({ occurredOn: '2026-04-10', value }, at)
    const submitted = at.draft({ occurredOn: '2026-04-10', value })
    await at.aicha.call.outcomes.log.mutate({ outcome: submitted, version: null })
    expect(await at.executive.call.outcomes.unconverted.query()).toEqual({
      converting: 0,
      currencies: [
        {
          currency: 'USD',
          outcomes: 3,
          verified: 1,
          firstDay: '2026-04-10',
          lastDay: '2026-04-10',
          days: [{ day: '2026-04-10', outcomes: 3 }],
          moreDays: 0,
        },
      ],
    })
    for (const _ of [1, 2]) {
      await loadRates(api, administrator, published)
      await allConverted(administrator)
    }
    await loadRates(api, administrator, 'day,currency,rate\n2026-04-10,USD,1.2\n')
    await allConverted(administrator)
    expect((await entries(counted.id, at)).map((e) => Object.values(e).join(' '))).toEqual([
      ' verified 1 false',
      ' converted 1 true',
      '10000 converted 1 false',
    ])
    expect((await seen(submitted.id, at))?.value?.minor).toBe('10000')
    const detail = await at.claire.call.outcomes.get.query({ id: counted.id })
    expect([detail.version, detail.inReportingCurrency?.rates[0]?.perEuro]).toEqual([counted.version, '1.1711'])
    expect((await verified({ occurredOn: '2026-04-10', value: worth('120.00', 'USD') }, at)).state).toBe('verified')
  })
})

test('reported in dollars: reals through the euro, euros by one rate; another organization has none of these', async () => {
  const at = await makeHouse(api, { reportingCurrency: 'USD' })
  const other = await makeHouse(api, { reportingCurrency: 'USD' })
  await loadRates(api, at.tenant.administrator, published)
  const [reals, euros, foreign] = [
    await verified({ occurredOn: '2026-04-11', value: worth('1000.00', 'BRL') }, at),
    await verified({ occurredOn: '2026-04-11', value: worth('1000.00', 'EUR') }, at),
    await verified({ occurredOn: '2026-04-11', value: worth('1000.00', 'EUR') }, other),
  ]
  expect(await seen(reals.id, at)).toMatchObject({
    value: { minor: '19785', currency: 'USD' },
    rates: [
      { currency: 'BRL', perEuro: '5.9191', day: '2026-04-10' },
      { currency: 'USD', perEuro: '1.1711', day: '2026-04-10' },
    ],
  })
  expect((await seen(euros.id, at))?.value?.minor).toBe('117110')
  const { text } = await download(api, at.executive, 'outcomes.csv')
  const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]
  const row = rows.find((one) => one['oeuvre:outcome_id'] === reals.id)
  expect([row?.value, row?.currency, row?.reported, row?.reported_in, JSON.parse(row?.reported_by ?? '')]).toEqual([
    ...['1000.00', 'BRL', '197.85', 'USD'],
    ['5.9191 BRL/EUR 2026-04-10 published', '1.1711 USD/EUR 2026-04-10 published'],
  ])
  expect((await seen(foreign.id, other))?.value).toBeNull()
})
