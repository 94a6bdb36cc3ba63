import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { consentTextVersion, feedTextVersion } from '@oeuvre/domain/accounts/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, makeSomeone, makeTenant, type Someone, type Tenant } from '../../../test/factories.ts'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { createPace, requestsPerMinute } from '../../platform/outside/pace.ts'
import { createSafeFetch, type SafeFetch } from '../../platform/outside/safe-fetch.ts'
import { askOwners } from './commands/ask-owners.ts'
import { planFeeds } from './commands/plan-feeds.ts'
import { failuresUntilPaused, readAccountFeed } from './commands/read-feed.ts'

const day = 86_400_000
const pages: Record<string, (req: IncomingMessage, res: ServerResponse) => void> = {}
let site: Server
let api: Api
let outside: SafeFetch
let t: Tenant
let ines: Someone
let boris: Someone

beforeAll(async () => {
  site = createServer((req, res) => (pages[req.url ?? ''] ?? ((_, answer) => void answer.writeHead(404).end()))(req, res))
  await new Promise<void>((done) => void site.listen(0, '127.0.0.1', done))
  const { port } = site.address() as AddressInfo
  const lent: { outside: SafeFetch } = { outside: (asked) => outside(asked) }
  api = await startApi({}, undefined, lent)
  const safe = createSafeFetch({
    pace: createPace(api.db),
    resolve: async () => ['127.0.0.1'],
    door: (ip, at) => ip === '127.0.0.1' && at === port,
  })
  // The site of this test speaks plain http on its own port.
  outside = ({ url, ...asked }) => safe({ ...asked, url: url.replace(/^https:\/\/([\w.]+)/, `http://$1:${port}`) })
  t = await makeTenant(api)
  ines = await makeSomeone(api, t, 'Inès Vidal')
  boris = await makeSomeone(api, t, 'Boris Klein')
})
afterAll(async () => {
  site.close()
  await api.stop()
})

const register = (who: Someone, address: string) =>
  who.call.accounts.register.mutate({
    ...{ id: randomUUID(), address, purpose: 'work', visibility: 'organization' },
    consent: { accepted: true, textVersion: consentTextVersion },
  })
const at = async (now: Date) => {
  const ctx = await contextOf(api, ines, now)
  return { ...ctx, outside, actor: { ...ctx.actor, kind: 'system', personId: null } as Actor }
}
const eventsOf = (subject: string, type: string) =>
  read(api.db, t.organizationId, (tx) =>
    tx.rows<{ payload: object }>(
      sql`SELECT payload FROM event WHERE organization_id = ${t.organizationId}::uuid AND subject_id = ${subject}::uuid AND type = ${type}`,
    ),
  )
const get = (id: string) => ines.call.accounts.get.query({ id })
const rss = (...days: string[]) =>
  `<rss version="2.0"><channel><title>t</title>${days.map((one) => `<item><title>words</title><pubDate>${one}</pubDate></item>`).join('')}</channel></rss>`

test('the state follows what the owner says, each with its reason; to nobody else', async () => {
  const { id } = await register(ines, 'https://x.com/ines_state')
  const today = (await contextOf(api, ines)).actor.today
  expect((await get(id)).activity).toEqual({ state: 'active', sign: 'registered', since: today })
  await write(api.db, t.organizationId, (tx) =>
    tx.run(sql`UPDATE social_account SET created_at = now() - interval '200 days' WHERE id = ${id}::uuid`),
  )
  expect((await get(id)).activity).toMatchObject({ state: 'abandoned', sign: 'registered' })
  expect((await ines.call.accounts.use.mutate({ id })).activity).toEqual({ state: 'active', sign: 'used', since: today })
  await ines.call.accounts.use.mutate({ id })
  expect((await ines.call.accounts.use.mutate({ id, isUsed: false })).activity).toMatchObject({ state: 'abandoned' })
  const closed = await ines.call.accounts.close.mutate({ id, version: 1, isClosed: true })
  expect(closed.activity).toEqual({ state: 'closed', sign: 'closed', since: today })
  expect((await ines.call.accounts.use.mutate({ id })).activity).toMatchObject({ state: 'active', sign: 'used' })
  expect(await boris.call.accounts.get.query({ id })).toMatchObject({ activity: null, feed: null, provenBy: null, lastResultOn: null })
  expect(await refusal(boris.call.accounts.use.mutate({ id }))).toBe('forbidden')
})

test('a public feed is read once owner and organization allow it; only the time of the last own post stays, and goes when it ends', async () => {
  pages['/'] = (_, res) =>
    void res.writeHead(200, { 'content-type': 'text/html' }).end('<link rel="alternate" type="application/rss+xml" href="/feed.xml">')
  let asked = 0
  pages['/feed.xml'] = (req, res) => {
    asked++
    if (req.headers['if-none-match'] === '"1"') return void res.writeHead(304).end()
    res
      .writeHead(200, { 'content-type': 'application/rss+xml', etag: '"1"', 'cache-control': 'max-age=129600' })
      .end(rss('Tue, 10 Nov 2026 09:00:00 GMT', 'Mon, 02 Nov 2026 09:00:00 GMT'))
  }
  const { id } = await register(ines, 'https://ines.example.org/')
  const allow = (isAllowed: boolean, version: number) =>
    ines.call.accounts.allowFeed.mutate({ id, version, isAllowed, textVersion: feedTextVersion })
  expect(await refusal(allow(true, 1))).toBe('feeds-off')
  expect(await refusal(ines.call.accounts.saveSettings.mutate({ readsFeeds: true }))).toBe('forbidden')
  await t.administrator.call.accounts.saveSettings.mutate({ readsFeeds: true })
  expect(await refusal(ines.call.accounts.allowFeed.mutate({ id, version: 1, isAllowed: true, textVersion: 'old' }))).toBe(
    'consent-text-changed',
  )
  expect((await allow(true, 1)).feed).toEqual({ isAllowed: true, isPaused: false, readAt: null, failure: null })
  const now = new Date()
  await readAccountFeed(await at(now), id)
  expect(await get(id)).toMatchObject({ activity: { sign: 'registered' }, feed: { failure: null, readAt: now.toISOString() } })
  const stored = () =>
    read(api.db, t.organizationId, (tx) =>
      tx.one<{ posted: Date | null; feed: string | null }>(sql`SELECT a.posted_at AS posted, f::text AS feed FROM social_account a
        LEFT JOIN account_feed f ON f.account_id = a.id WHERE a.id = ${id}::uuid`),
    )
  const kept = await stored()
  expect(kept?.posted?.toISOString()).toBe('2026-11-10T09:00:00.000Z')
  expect(kept?.feed).not.toContain('words')
  await readAccountFeed(await at(now), id) // not due again
  await readAccountFeed(await at(new Date(now.getTime() + 1.4 * day)), id) // its site said: good for a day and a half
  expect(asked).toBe(1)
  await readAccountFeed(await at(new Date(now.getTime() + 2 * day)), id)
  expect(asked).toBe(2)
  expect((await stored())?.posted?.toISOString()).toBe('2026-11-10T09:00:00.000Z')
  await t.administrator.call.accounts.saveSettings.mutate({ readsFeeds: false })
  await readAccountFeed(await at(new Date(now.getTime() + 9 * day)), id)
  expect(await planFeeds(await at(now))).toEqual({ planned: 0 })
  await t.administrator.call.accounts.saveSettings.mutate({ readsFeeds: true })
  expect(await planFeeds(await at(new Date(now.getTime() + 9 * day)))).toEqual({ planned: 1 })
  expect(asked).toBe(2)
  await allow(false, 1)
  expect(await stored()).toEqual({ posted: null, feed: null })
  const { agreements } = await ines.call.accounts.agreements.query({ id })
  expect(agreements.map(({ action }) => action)).toEqual(['given', 'feed-allowed', 'feed-ended'])
})

test('a feed that cannot be read is tried later and later, told once, then left alone until the owner says so', async () => {
  pages['/broken'] = (_, res) => void res.writeHead(200, { 'content-type': 'application/rss+xml' }).end('no feed at all')
  const { id } = await register(ines, 'https://ines.example.org/broken')
  await ines.call.accounts.allowFeed.mutate({ id, version: 1, isAllowed: true, textVersion: feedTextVersion })
  let now = Date.now()
  for (let i = 0; i < failuresUntilPaused + 2; i++, now += 10 * day) await readAccountFeed(await at(new Date(now)), id)
  expect((await get(id)).feed).toMatchObject({ isPaused: true, failure: 'not-a-feed' })
  expect((await eventsOf(id, 'account.feed-broken')).map(({ payload }) => payload)).toEqual([{ failure: 'not-a-feed' }])
  pages['/broken'] = (_, res) =>
    void res.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss('Mon, 09 Nov 2026 09:00:00 GMT'))
  await ines.call.accounts.allowFeed.mutate({ id, version: 1, isAllowed: true, textVersion: feedTextVersion })
  await readAccountFeed(await at(new Date(now)), id)
  expect((await get(id)).feed).toMatchObject({ isPaused: false, failure: null })
})

test('ownership is shown by the code in the profile, or by "me" of an account shown before; no more than that', async () => {
  const first = await register(ines, 'https://ines.example.org/me')
  expect(await refusal(ines.call.accounts.checkProof.mutate({ id: first.id }))).toBe('conflict')
  const { code } = await ines.call.accounts.proofCode.mutate({ id: first.id })
  expect(await ines.call.accounts.proofCode.mutate({ id: first.id })).toEqual({ code })
  const html = (body: string) => (_: IncomingMessage, res: ServerResponse) =>
    void res.writeHead(200, { 'content-type': 'text/html' }).end(body)
  pages['/me'] = html('<p>Inès</p>')
  await t.administrator.call.accounts.saveSettings.mutate({ readsFeeds: false })
  expect(await refusal(ines.call.accounts.checkProof.mutate({ id: first.id }))).toBe('feeds-off')
  await t.administrator.call.accounts.saveSettings.mutate({ readsFeeds: true })
  expect(await ines.call.accounts.checkProof.mutate({ id: first.id })).toEqual({ provenBy: null, failure: null })
  pages['/me'] = html(`<p>Inès ${code}</p>`)
  expect(await ines.call.accounts.checkProof.mutate({ id: first.id })).toEqual({ provenBy: 'code', failure: null })
  expect(await get(first.id)).toMatchObject({ isProven: true, provenBy: 'code' })
  const second = await register(ines, 'https://ines.example.org/second')
  await ines.call.accounts.proofCode.mutate({ id: second.id })
  pages['/second'] = html('<a rel="me" href="https://ines.example.org/me">also me</a>')
  expect(await ines.call.accounts.checkProof.mutate({ id: second.id })).toEqual({ provenBy: 'rel-me', failure: null })
  expect(await refusal(boris.call.accounts.proofCode.mutate({ id: first.id }))).toBe('forbidden')
  // One account is shown to be one person's: whoever shows it later takes it over, and the other is asked.
  const taken = await register(boris, 'https://www.ines.example.org/second/')
  const { code: theirs } = await boris.call.accounts.proofCode.mutate({ id: taken.id })
  pages['/second/'] = html(`<p>${theirs}</p>`)
  pages['/second'] = pages['/second/']
  const asked = async () => (await eventsOf(second.id, 'account.doubled')).length
  const before = await asked()
  expect(await boris.call.accounts.checkProof.mutate({ id: taken.id })).toEqual({ provenBy: 'code', failure: null })
  expect([(await get(second.id)).isProven, (await get(first.id)).isProven, (await asked()) - before]).toEqual([false, true, 1])
  pages['/robots.txt'] = (_, res) => void res.writeHead(200).end('User-agent: *\nDisallow: /closed')
  const third = await register(ines, 'https://closed.example.org/closed')
  await ines.call.accounts.proofCode.mutate({ id: third.id })
  expect(await ines.call.accounts.checkProof.mutate({ id: third.id })).toEqual({ provenBy: null, failure: 'robots' })
})

test('a host is asked twenty times a minute at most, by all servers together', async () => {
  const [one, other] = [createPace(api.db), createPace(api.db)]
  const waits: number[] = []
  for (let n = 0; n < requestsPerMinute; n++) waits.push(await (n % 2 ? one : other)('paced.example.org'))
  expect(waits).toEqual(Array(20).fill(0))
  for (const pace of [one, other]) expect(await pace('paced.example.org')).toBeGreaterThan(0)
  expect(await one('elsewhere.example.org')).toBe(0)
})

test('once a month, those whose accounts gave no sign are asked; not those who switched it off, nor anybody without an account', async () => {
  const { id } = await register(boris, 'https://x.com/boris_asked')
  const asked = async (who: Someone) => (await eventsOf(who.personId, 'accounts.asked')).length
  const later = (days: number) => new Date(Date.now() + days * day)
  await askOwners(await at(later(3)))
  expect(await asked(boris)).toBe(0)
  await askOwners(await at(later(40)))
  await askOwners(await at(later(41)))
  expect([await asked(boris), await asked(ines)]).toEqual([1, 1])
  await boris.call.accounts.saveQuestion.mutate({ isOff: true })
  expect(await boris.call.accounts.question.query()).toEqual({ isOff: true })
  await askOwners(await at(later(75)))
  expect([await asked(boris), await asked(ines)]).toEqual([1, 2])
  expect(await asked(t.administrator)).toBe(0)
  expect(id).toBeDefined()
})

test('nothing that counts followers or likes is stored anywhere', async () => {
  const { rows } = await api.db.pool.query<{
    place: string
  }>(`SELECT table_name || '.' || column_name AS place FROM information_schema.columns
    WHERE table_schema = 'public'`)
  expect(rows.length).toBeGreaterThan(200)
  const measures =
    /follow(er|ing)|subscriber|abonn|(^|_)(likes?|boosts?|shares?_count|reposts?|retweets?|favou?rites?|reactions?|impressions?|views?_count|engagement|reach_count|klout|influence)(_|$)/i
  const places = rows.map(({ place }) => place).filter((place) => measures.test(place.split('.')[1] ?? '') || /follower/i.test(place))
  // Results that are like the row.
  expect(places).toEqual(['import_row.like_ids'])
})

test('active to its owner and active in a figure are the same, whatever the sign and its day', async () => {
  const house = await makeTenant(api)
  const executive = await makeSomeone(api, house, 'Eve', { roles: ['executive'] })
  // Days since it was registered, and since it was used and followed; null: never.
  const histories = [
    [0, null, null],
    [89, null, null],
    [90, null, null],
    [200, 89, null],
    [200, 90, 91],
    [300, null, 5],
    [300, 120, null],
  ] as const
  const states: (string | undefined)[] = []
  for (const [n, [registered, used, visited]] of histories.entries()) {
    const owner = await makeSomeone(api, house, `Owner ${n}`)
    const { id } = await register(owner, `https://www.linkedin.com/in/owner-${n}`)
    const ago = (days: number | null) => sql`(now() AT TIME ZONE 'Europe/Paris')::date - ${days}::int`
    await write(api.db, house.organizationId, async (tx) => {
      await tx.run(sql`UPDATE social_account SET created_at = (${ago(registered)} + time '12:00') AT TIME ZONE 'Europe/Paris', used_on = ${ago(used)}, visited_on = ${ago(visited)}
        WHERE organization_id = ${house.organizationId}::uuid AND id = ${id}::uuid`)
      if (used !== null)
        await tx.run(
          sql`INSERT INTO account_use (organization_id, account_id, used_on) VALUES (${house.organizationId}::uuid, ${id}::uuid, ${ago(used)})`,
        )
    })
    states.push((await owner.call.accounts.get.query({ id })).activity?.state)
  }
  expect(states).toEqual(['active', 'active', 'quiet', 'active', 'quiet', 'active', 'quiet'])
  const { today } = await executive.call.programs.list.query({})
  const { presence } = await executive.call.impact.page.query({ period: `${today}..${today}` })
  expect(presence.total).toMatchObject({ registered: 7, active: states.filter((state) => state === 'active').length })
})
