import { randomUUID } from 'node:crypto'
import { consentTextVersion } from '@oeuvre/domain/accounts/schema'
import type { MakeLink } from '@oeuvre/domain/links/schema'
import { addDays } from '@oeuvre/domain/time/calendar'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { contextOf, makeSomeone, makeTenant, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, refusals, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import type { OutsideAnswer } from '../../platform/outside/safe-fetch.ts'
import { checkLinks } from './commands/check-link.ts'
import { createVisitCounter, visitLimits } from './commands/count-visits.ts'
import { eraseVisits } from './commands/erase-visits.ts'
import { createLinkFinder } from './queries/open-link.ts'

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0'
let api: Api
let house: House
let owner: pg.Client
let now = new Date()
let answer: OutsideAnswer = { kind: 'refused', reason: 'status', status: 404 }
const asked: string[] = []
beforeAll(async () => {
  const outside = async ({ url }: { url: string }) => {
    asked.push(url)
    return answer
  }
  api = await startApi({}, () => now, { outside })
  house = await makeHouse(api)
  await house.tenant.administrator.call.links.saveDomains.mutate({ domains: 'valmont.example.org' })
  owner = new pg.Client({ connectionString: api.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await api.stop()
})

const wanted = (over: Partial<MakeLink> = {}): MakeLink => ({
  ...{ id: randomUUID(), destination: 'https://www.valmont.example.org/salon', place: 'linkedin', accountId: null },
  ...{ programId: null, note: '', lastDay: null, ...over },
})
const make = (who: Someone, over: Partial<MakeLink> = {}) => who.call.links.make.mutate(wanted(over))
const visit = (code: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${api.url}/l/${code}`, { method, redirect: 'manual', headers: { 'user-agent': firefox, ...headers } })
/** Until what was gathered is written. */
const counted = (who: Someone, id: string, visits: number) =>
  vi.waitFor(async () => expect((await who.call.links.get.query({ id })).visits).toBe(visits), { timeout: 60_000, interval: 50 })

test('a link is made for one’s own use, leads there with its values, and is nobody else’s to see', async () => {
  const { aicha, jonas, claire, executive, tenant } = house
  const input = wanted({ note: 'Salon de Nantes', lastDay: addDays((await aicha.call.links.list.query({})).today, 10) })
  const [link, again] = [await aicha.call.links.make.mutate(input), await aicha.call.links.make.mutate(input)]
  expect([again.code, link.state, link.note]).toEqual([link.code, 'working', 'Salon de Nantes'])
  expect(link.address).toBe(`${api.config.baseUrl}/l/${link.code}`)
  const found = await visit(link.code.toUpperCase(), {
    referer: 'https://www.linkedin.com/feed/?who=jane',
    cookie: 'oeuvre.session_token=x',
  })
  expect([found.status, found.headers.get('location')]).toEqual([302, link.leadsTo])
  expect(link.leadsTo).toBe(`https://www.valmont.example.org/salon?utm_source=linkedin&utm_medium=social&utm_content=${link.code}`)
  const header = (name: string) => found.headers.get(name)
  expect([header('cache-control'), header('referrer-policy'), header('set-cookie'), header('x-robots-tag')]).toEqual([
    'no-store',
    'no-referrer',
    null,
    'noindex',
  ])
  await counted(aicha, link.id, 1)
  // Manager, executive, administrator, colleague: none.
  for (const who of [jonas, claire, executive, tenant.administrator]) {
    expect((await who.call.links.list.query({})).links).toEqual([])
    expect(await refusal(who.call.links.get.query({ id: link.id }))).toBe('not-found')
    expect(await refusal(who.call.links.withdraw.mutate({ id: link.id, isWithdrawn: true }))).toBe('not-found')
    expect(await refusal(who.call.links.make.mutate({ ...input, note: 'mine now' }))).toBe('conflict')
  }
})

test('all that is wrong with one is said at once; a stranger’s account or program is not there; domains are the administrator’s', async () => {
  const { aicha, jonas, tenant } = house
  const theirs = await jonas.call.accounts.register.mutate({
    ...{ id: randomUUID(), address: 'https://x.com/jonas', purpose: 'work', visibility: 'organization' },
    consent: { accepted: true, textVersion: consentTextVersion },
  })
  const wrong = {
    destination: 'https://elsewhere.example.org/',
    place: 'x',
    accountId: theirs.id,
    programId: randomUUID(),
    lastDay: '2020-01-01',
  } as const
  const said = await refusals(make(aicha, wrong))
  expect(said.map(({ code, field }) => `${field} ${code}`).sort()).toEqual([
    ...['accountId not-found', 'destination destination-not-allowed', 'lastDay last-day-over', 'programId not-found'],
  ])
  expect(await refusal(aicha.call.links.saveDomains.mutate({ domains: 'evil.example.org' }))).toBe('forbidden')
  expect(await refusal(tenant.administrator.call.links.saveDomains.mutate({ domains: 'github.io' }))).toBe('domain-of-many')
  const other = await makeTenant(api)
  expect(await refusal(make(other.administrator))).toBe('destination-not-allowed')
})

test('withdrawn, expired, blocked, its owner gone, unknown: said kindly in the visitor’s language, and leading nowhere', async () => {
  const { tenant } = house
  const maker = await makeSomeone(api, tenant, 'Maker')
  const [link, short, gone] = [
    await make(maker),
    await make(maker, { lastDay: (await maker.call.links.list.query({})).today }),
    await make(maker),
  ]
  expect((await visit(link.code)).status).toBe(302)
  await maker.call.links.withdraw.mutate({ id: link.id, isWithdrawn: true })
  const withdrawn = await visit(link.code, { 'accept-language': 'fr-CH, en;q=0.8' })
  expect([withdrawn.status, withdrawn.headers.get('location')]).toEqual([410, null])
  expect(await withdrawn.text()).toContain('Ce lien a été retiré')
  expect(withdrawn.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
  await maker.call.links.withdraw.mutate({ id: link.id, isWithdrawn: false })
  expect((await visit(link.code)).status).toBe(302)
  await tenant.administrator.call.links.saveDomains.mutate({ domains: 'other.example.org' })
  // Not asked about before, so that no server process remembers it.
  expect(await (await visit(gone.code, { 'accept-language': 'de' })).text()).toContain('leads nowhere any more')
  await tenant.administrator.call.links.saveDomains.mutate({ domains: 'valmont.example.org' })
  const before = now
  now = new Date(now.getTime() + 2 * 86_400_000)
  expect(await (await visit(short.code)).text()).toContain('no longer valid')
  now = before
  await owner.query('BEGIN')
  await owner.query(`SELECT set_config('app.organization_id', $1, true)`, [tenant.organizationId])
  await owner.query(`UPDATE person SET status = 'left' WHERE id = $1`, [maker.personId])
  await owner.query('COMMIT')
  const last = await api.db.pool.query<{ v: { hasOwnerLeft: boolean } }>('SELECT open_link($1) AS v', [link.code])
  expect(last.rows[0]?.v.hasOwnerLeft).toBe(true)
  for (const none of ['abcdefghjk', 'ABC', '../../etc/passwd', 'x'.repeat(3_000), '%00'])
    expect((await visit(encodeURIComponent(none))).status, none).toBe(404)
})

test('people, cards and robots are counted apart; who wishes no trace, looks ahead or only asks leaves none; nothing else is kept', async () => {
  const { jonas } = house
  const account = (await jonas.call.accounts.listOwn.query()).accounts.find(({ platform }) => platform === 'x')
  const link = await make(jonas, { place: 'x', accountId: account?.id ?? null })
  const from = { referer: 'https://www.t.co/secret-path' }
  for (let n = 0; n < 6; n++) await visit(link.code, from)
  await visit(link.code, { 'user-agent': 'Twitterbot/1.0' })
  await visit(link.code, { 'user-agent': 'curl/8' })
  const traceless: Record<string, string>[] = [{ dnt: '1' }, { 'sec-gpc': '1' }, { 'sec-purpose': 'prefetch' }]
  for (const headers of traceless) expect((await visit(link.code, headers)).status).toBe(302)
  expect((await visit(link.code, {}, 'HEAD')).status).toBe(302)
  await counted(jonas, link.id, 6)
  const { shown } = await jonas.call.links.get.query({ id: link.id })
  expect([shown.total, shown.previews, shown.robots, shown.hosts, shown.devices]).toEqual([
    ...[6, 1, 1, [{ host: 't.co', visits: 6 }], [{ device: 'computer', visits: 6 }]],
  ])
  // The account that it is shared from is in use, by the rule of accounts.
  const after = (await jonas.call.accounts.listOwn.query()).accounts.find(({ id }) => id === account?.id)
  expect(after?.activity).toMatchObject({ state: 'active', sign: 'visit' })
  const columns = await owner.query<{ name: string }>(
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = 'link_visit'::regclass AND attnum > 0`,
  )
  expect(columns.rows.map(({ name }) => name).sort()).toEqual(['device', 'host', 'hour', 'kind', 'link_id', 'organization_id', 'visits'])
  const context = await contextOf(api, jonas)
  expect(await eraseVisits({ ...context, now: new Date(now.getTime() + 25 * 27 * 86_400_000) })).toBe(0)
  expect(await eraseVisits({ ...context, now: new Date(now.getTime() + 26 * 31 * 86_400_000) })).toBeGreaterThan(0)
  expect((await jonas.call.links.get.query({ id: link.id })).visits).toBe(0)
})

test('with the database away known links lead on and their visits wait; those unknown are told to come back', async () => {
  const { aicha } = house
  const [known, other] = [await make(aicha), await make(aicha)]
  await visit(known.code)
  await counted(aicha, known.id, 1)
  await owner.query('ALTER FUNCTION record_visits(jsonb) RENAME TO away_visits')
  await owner.query('ALTER FUNCTION open_link(text) RENAME TO away_link')
  for (let n = 0; n < 3; n++) expect((await visit(known.code)).status).toBe(302)
  const later = await visit(other.code, { 'accept-language': 'fr' })
  expect([later.status, later.headers.get('retry-after'), (await later.text()).includes('Un instant')]).toEqual([503, '5', true])
  await owner.query('ALTER FUNCTION away_visits(jsonb) RENAME TO record_visits')
  await owner.query('ALTER FUNCTION away_link(text) RENAME TO open_link')
  await counted(aicha, known.id, 4)
  await vi.waitFor(async () => expect((await visit(other.code)).status).toBe(302), { timeout: 60_000 })
})

test('a code is asked for once however many want it, known for a minute at most, and made-up ones cost nobody else', async () => {
  const clock = { at: 0, now: () => clock.at }
  let questions = 0
  const opened = { organizationId: 'o', linkId: 'l', destination: 'https://valmont.example.org/', domains: ['valmont.example.org'] }
  const finder = createLinkFinder(async (code) => {
    questions++
    const utm = { source: 'x', medium: 'social', campaign: null, content: code } as const
    return code.startsWith('a') ? { ...opened, ...utm, expiresAt: null, isWithdrawn: false, hasOwnerLeft: false } : null
  }, clock)
  const find = async (code: string, address = '198.51.100.1') => (await finder.find(code, address, now)).kind
  clock.at = 1_000
  await Promise.all(Array.from({ length: 50 }, () => find('a')))
  expect(questions).toBe(1)
  clock.at += 29_000
  await find('a')
  expect(questions).toBe(1)
  clock.at += 2_000
  expect(await find('a')).toBe('found')
  expect(questions).toBe(2)
  clock.at += 61_000
  await find('a')
  expect(questions).toBe(3)
  const strange = []
  for (let n = 0; n < 40; n++) strange.push(await find(`b${n}`))
  expect(strange.filter((kind) => kind === 'busy')).toHaveLength(10)
  expect(questions).toBe(33)
  expect([await find('a'), await find('a2', '198.51.100.2'), await find('b1', '198.51.100.1')]).toEqual(['found', 'found', 'unknown'])
})

test('visits that cannot be written are bounded, and what is lost is said', async () => {
  const said: object[] = []
  let isAway = true
  const written: number[] = []
  const counter = createVisitCounter(
    async (rows) => {
      if (isAway) throw new Error('away')
      written.push(rows.reduce((sum, { n }) => sum + n, 0))
    },
    { warn: (fields) => void said.push(fields) },
  )
  const one = (n: number) =>
    ({ organizationId: 'o', linkId: `l${n % (visitLimits.rows + 7)}`, host: '', device: 'phone', kind: 'human' }) as const
  for (let n = 0; n < visitLimits.rows + 7; n++) counter.count(one(n), now)
  await vi.waitFor(() => expect(said.length).toBeGreaterThan(0), { timeout: 60_000 })
  isAway = false
  await counter.stop()
  expect(written.reduce((sum, n) => sum + n, 0) + Number((said.at(-1) as { lost: number }).lost)).toBe(visitLimits.rows + 7)
  const hosts = new Set<string>()
  const bounded = createVisitCounter(async (rows) => rows.forEach(({ r }) => void hosts.add(r)), { warn: () => undefined })
  for (let n = 0; n < 200; n++) bounded.count({ ...one(1), host: `h${n}.example.org` }, now)
  await bounded.stop()
  expect(hosts.size).toBe(visitLimits.hosts + 1)
})

test('a destination that fails is shown to its owner; it is looked at only where the organization lets pages be read', async () => {
  const { aicha, tenant } = house
  const link = await make(aicha, { destination: 'https://valmont.example.org/gone' })
  expect(await refusal(aicha.call.links.check.mutate({ id: link.id }))).toBe('feeds-off')
  await tenant.administrator.call.accounts.saveSettings.mutate({ readsFeeds: true })
  expect((await aicha.call.links.check.mutate({ id: link.id })).checked).toMatchObject({ failure: 'status', status: 404 })
  answer = { kind: 'refused', reason: 'kind' }
  asked.length = 0
  const system = { ...(await contextOf(api, aicha)), outside: api.deps.outside }
  const { checked } = await checkLinks(system)
  expect([asked.length, asked.every((url) => new URL(url).hostname.endsWith('valmont.example.org'))]).toEqual([checked, true])
  expect((await checkLinks(system)).checked).toBe(0)
  expect((await checkLinks({ ...system, now: new Date(now.getTime() + 8 * 86_400_000) })).checked).toBeGreaterThan(0)
  expect((await aicha.call.links.get.query({ id: link.id })).checked).toMatchObject({ failure: null })
})

test('a link is evidence on a result where its own maker names it, and is nothing but evidence', async () => {
  const { aicha, claire, jonas } = house
  const link = await make(aicha)
  for (let n = 0; n < 3; n++) await visit(link.code)
  await counted(aicha, link.id, 3)
  const named = async (who: Someone, reader: Someone) => {
    const outcome = house.draft({
      contributors: [{ personId: who.personId, role: 'lead', weight: 1 }],
      evidence: [{ id: randomUUID(), url: link.address }],
    })
    await who.call.outcomes.log.mutate({ version: null, outcome })
    return reader.call.outcomes.get.query({ id: outcome.id })
  }
  const own = await named(aicha, claire)
  expect([own.evidence?.[0]?.visits, own.rung]).toEqual([
    { visits: 3, from: expect.any(String), to: expect.any(String), redirectedOn: null },
    2,
  ])
  expect((await named(jonas, jonas)).evidence?.[0]?.visits).toBeNull()
  // Led elsewhere since: whoever decides is told from when on.
  await aicha.call.links.change.mutate({ id: link.id, before: link.destination, destination: 'https://valmont.example.org/elsewhere' })
  expect((await named(aicha, claire)).evidence?.[0]?.visits?.redirectedOn).toBe((await aicha.call.links.list.query({})).today)
})

test('its owner leads it to another page, judged as the first; where it led is kept, what was found out is not; nobody else, nor from where it no longer leads', async () => {
  const { aicha, jonas } = house
  const link = await make(aicha)
  expect((await visit(link.code)).headers.get('location')).toContain('/salon')
  await owner.query(`UPDATE link SET checked_at = now(), failure = 'status', failure_status = 404 WHERE id = $1`, [link.id])
  const change = (who: Someone, destination: string, before = link.destination) =>
    who.call.links.change.mutate({ id: link.id, before, destination })
  expect(await refusal(change(aicha, 'https://elsewhere.example.org/'))).toBe('destination-not-allowed')
  expect(await refusal(change(jonas, 'https://valmont.example.org/b'))).toBe('not-found')
  const changed = await change(aicha, 'https://valmont.example.org/b')
  expect([changed.code, changed.destination, changed.checked, changed.before.map(({ destination }) => destination)]).toEqual([
    ...[link.code, 'https://valmont.example.org/b', null, [link.destination]],
  ])
  // At once in the process that did it; elsewhere when what is known of it is a minute old.
  expect((await visit(link.code)).headers.get('location')).toBe(changed.leadsTo)
  expect(await refusal(change(aicha, 'https://valmont.example.org/c'))).toBe('conflict')
  expect((await change(aicha, changed.destination, changed.destination)).before.length).toBe(1)
  expect((await change(aicha, link.destination, changed.destination)).before.map(({ destination }) => destination)).toEqual([
    ...[changed.destination, link.destination],
  ])
})
