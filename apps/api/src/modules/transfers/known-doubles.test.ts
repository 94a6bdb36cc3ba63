import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { clientKey, trigramsOf } from '@oeuvre/domain/outcomes/likeness/rules'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSomeone, makeTeam, makeTenant, type Someone, type Tenant } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { importFile } from '../../../test/imports.ts'
import { verifyLedger } from '../credits/queries/verify-ledger.ts'

let api: Api
let t: Tenant
let ada: Someone
let mona: Someone
let types: ReadonlyMap<string, string>
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
  t = await makeTenant(api)
  const team = await makeTeam(api, t, 'Export')
  mona = await makeSomeone(api, t, 'Mona Manager', { manages: [team], roles: ['administrator'] })
  ada = await makeSomeone(api, t, 'Ada Byron', { teamId: team })
  await makeSomeone(api, t, 'Grace Hopper', { teamId: team })
  const vocabulary = await ada.call.outcomes.vocabulary.query()
  types = new Map(vocabulary.types.map((type) => [type.code ?? '', type.id]))
})
afterAll(() => api.stop())

/** Always the same numbers. */
function randomOf(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
const random = randomOf(20261122)
const syllables = [
  'bar',
  'ciel',
  'dom',
  'fé',
  'gran',
  'hul',
  'jo',
  'kern',
  'lis',
  'mont',
  'nov',
  'or',
  'pel',
  'quin',
  'ros',
  'sul',
  'tam',
  'ur',
  'vel',
  'zan',
]
const word = () => Array.from({ length: 3 + random(2) }, () => syllables[random(syllables.length)]).join('')

/** Names that nobody would take for one another. */
function clientsOf(count: number): string[] {
  const names: { name: string; grams: ReadonlySet<string> }[] = []
  while (names.length < count) {
    const name = `${word()} ${word()}`.replace(/^./, (letter) => letter.toUpperCase())
    const grams = trigramsOf(clientKey(name))
    const shared = (other: ReadonlySet<string>) => [...grams].filter((gram) => other.has(gram)).length
    if (names.every((other) => shared(other.grams) < 0.5 * Math.min(grams.size, other.grams.size))) names.push({ name, grams })
  }
  return names.map(({ name }) => name)
}

type Deal = { readonly id: string; readonly client: string; readonly day: string; readonly cents: number }
type Claim = Partial<{
  externalId: string
  subject: string
  occurredOn: string
  cents: number | null
  type: string
  state: 'draft' | 'withdrawn' | 'verified'
}>
const later = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

/** What somebody claims of a deal, of each sort. `null`: is nothing like it. */
const doubles: Readonly<Record<string, (deal: Deal) => Claim>> = {
  'legal form, accents, case': ({ client }) => ({ subject: `S.A.R.L. ${client.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '')}` }),
  misspelt: ({ client }) => ({ subject: client.replace(/(.)$/, '$1s') }),
  'shorter name': ({ client }) => ({ subject: client.split(' ')[0] ?? '' }),
  'like amount, near day': ({ cents, day }) => ({ cents: Math.round(cents * 1.09), occurredOn: later(day, 13) }),
  'amount not known, within a week': ({ day }) => ({ cents: null, occurredOn: later(day, -7) }),
  'already verified': () => ({ state: 'verified' }),
}
const nearMisses: Readonly<Record<string, (deal: Deal, another: string) => Claim>> = {
  'another client': (_, another) => ({ subject: another }),
  'another amount': ({ cents }) => ({ cents: Math.round(cents * 1.2) }),
  'another time': ({ day }) => ({ occurredOn: later(day, 15) }),
  'an opportunity': () => ({ type: 'opportunity-found' }),
  'amount not known, ten days apart': ({ day }) => ({ cents: null, occurredOn: later(day, 10) }),
  'a draft': () => ({ state: 'draft' }),
  withdrawn: () => ({ state: 'withdrawn' }),
}

async function claim(deal: Deal, over: Claim): Promise<string> {
  const { cents = deal.cents, type = 'client-won', state, ...rest } = over
  const id = crypto.randomUUID()
  const value = cents === null ? null : { amount: (cents / 100).toFixed(2), currency: 'EUR' }
  const outcome = {
    id,
    typeId: types.get(type),
    subject: deal.client,
    occurredOn: deal.day,
    value,
    contributors: [{ personId: ada.personId, role: 'lead' as const, weight: 1 }],
    ...rest,
  }
  const { version } = await (state === 'draft' ? ada.call.outcomes.save : ada.call.outcomes.log).mutate({ outcome, version: null })
  if (state === 'withdrawn') await ada.call.outcomes.withdraw.mutate({ ids: [{ id, version }] })
  if (state === 'verified') await mona.call.review.verify.mutate({ ids: [{ id, version }] })
  return id
}

test('a set of deals with known doubles, imported and claimed by hand: exactly the doubles are found, none is merged in silence', async () => {
  const clients = clientsOf(380)
  const deals = clients
    .slice(0, 330)
    .map((client, n): Deal => ({ id: `D-${n}`, client, day: later('2025-01-06', random(500)), cents: 100_000 + random(9_000_000) }))
  const expected = new Map<string, string>()
  const certain = new Map<string, { outcomeId: string; isVerified: boolean }>()
  let [at, claims] = [0, 0]
  const each = async (count: number, make: (deal: Deal) => Claim, keep: (id: string, deal: Deal) => void = () => {}) => {
    const mine = deals.slice(at, at + count)
    at += count
    claims += count
    await Promise.all(mine.map(async (deal) => keep(await claim(deal, make(deal)), deal)))
  }
  for (const make of Object.values(doubles)) await each(8, make, (id, deal) => expected.set(id, deal.id))
  for (const make of Object.values(nearMisses)) await each(6, (deal) => make(deal, clients.pop() ?? ''))
  // The number of the CRM is certain, whatever else is said of it.
  for (const isVerified of [true, false])
    await each(
      6,
      ({ id }) => ({ externalId: id, subject: `Chantier ${id}`, cents: 4_200, ...(isVerified && { state: 'verified' as const }) }),
      (outcomeId, { id }) => certain.set(id, { outcomeId, isVerified }),
    )

  const lines = deals.map(({ id, client, day, cents }) => `${id};${client};Won;${day};${(cents / 100).toFixed(2)};EUR;Grace Hopper`)
  const file = `deal id;client;stage;close date;amount;currency;owner\n${lines.join('\n')}`
  const { id, dryRun, report } = await importFile(api, mona, 'deals', file)
  const told = (await mona.call.transfers.alike.query({ id })).rows
  const pairs = told.flatMap((row) => row.claims.map((one) => [one.id, `D-${row.number - 1}`] as const))
  expect(new Map(pairs)).toEqual(expected)
  expect(pairs).toHaveLength(expected.size)
  for (const counts of [dryRun, report])
    expect(counts).toMatchObject({ alike: expected.size, added: deals.length - certain.size, updated: certain.size, faulty: 0 })

  // Nothing is lost, nothing is merged; a certain one is one result, lifted, with the value of the CRM and its own split.
  const found = await read(api.db, t.organizationId, (tx) =>
    tx.rows<{
      id: string
      state: string
      rung: number
      externalId: string | null
      cents: string | null
      people: string[]
      causes: string[]
    }>(sql`
      SELECT o.id, o.state, o.rung, o.external_id AS "externalId", o.value_minor::text AS cents,
        ARRAY(SELECT p.name FROM contributor c JOIN person p ON p.id = c.person_id WHERE c.outcome_id = o.id) AS people,
        ARRAY(SELECT c.cause FROM credit c WHERE c.outcome_id = o.id ORDER BY c.ledger_version, c.count_bp) AS causes
      FROM outcome o WHERE o.organization_id = ${t.organizationId}::uuid`),
  )
  expect(found).toHaveLength(claims + deals.length - certain.size)
  expect(found.filter((o) => o.state === 'merged')).toEqual([])
  for (const [externalId, { outcomeId, isVerified }] of certain) {
    const same = found.filter((o) => o.externalId === externalId)
    const cents = String(deals.find((deal) => deal.id === externalId)?.cents)
    expect(same).toEqual([
      {
        id: outcomeId,
        state: isVerified ? 'verified' : 'submitted',
        rung: isVerified ? 5 : 2,
        externalId,
        cents,
        people: ['Ada Byron'],
        causes: isVerified ? ['verified', 'matched', 'matched'] : [],
      },
    ])
  }
  expect((await verifyLedger(api.db, t.organizationId)).problems).toEqual([])

  // Side by side for whoever reviews; a reader who may not see the claims is told that there are some.
  const [waiting] = [...expected.keys()]
  expect((await mona.call.outcomes.doubles.query({ id: waiting ?? '' })).outcomes.map((o) => o.outcome.isImported)).toEqual([true])
  const blind = (await t.administrator.call.transfers.alike.query({ id })).rows
  expect(blind).toHaveLength(expected.size)
  expect(blind.every((row) => row.isAnotherHidden && row.claims.length === 0)).toBe(true)
})
