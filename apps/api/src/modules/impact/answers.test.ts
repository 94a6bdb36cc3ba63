import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Someone } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { foldLedger } from './commands/fold-ledger.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
})
afterAll(() => api.stop())

/** The page as a browser asks for it: with the tag of what it has. */
async function ask(who: Someone, input: object, tag?: string, accepted = 'gzip, deflate') {
  const response = await fetch(`${api.url}/api/trpc/impact.page?input=${encodeURIComponent(JSON.stringify(input))}`, {
    headers: {
      cookie: who.cookie,
      'x-oeuvre-organization': house.tenant.slug,
      ...(tag ? { 'if-none-match': tag } : {}),
      'accept-encoding': accepted,
    },
  })
  const text = await response.text()
  const body =
    text === ''
      ? null
      : (JSON.parse(text) as { result?: { data: { headline: { now: { resultsBp: string } }; notYetVerified: { outcomes: number }[] } } })
  return {
    status: response.status,
    tag: response.headers.get('etag') ?? '',
    caching: response.headers.get('cache-control'),
    packing: response.headers.get('content-encoding'),
    page: body?.result?.data,
  }
}
const input = { period: 'year:2026' }
const results = (answer: Awaited<ReturnType<typeof ask>>) => answer.page?.headline.now.resultsBp
const submit = (who: Someone) =>
  who.call.outcomes.log.mutate({
    outcome: house.draft({ occurredOn: '2026-03-03', evidence: [], contributors: [{ personId: who.personId, role: 'lead', weight: 1 }] }),
    version: null,
  })

test('an answer holds until something changes, for whom it is; nobody is answered with what is another’s', async () => {
  const first = await ask(house.executive, input)
  expect(first).toMatchObject({ status: 200, caching: 'private, no-cache' })
  expect(first.tag).toMatch(/^W\/"[\w-]{43}"$/)
  expect(await ask(house.executive, input, first.tag)).toMatchObject({ status: 304, page: undefined, tag: first.tag })

  // Kept, it goes packed to whoever takes that, and says the same.
  await expect.poll(async () => (await ask(house.executive, input)).packing).toBe('gzip')
  expect(await ask(house.executive, input)).toEqual({ ...first, packing: 'gzip' })
  expect(await ask(house.executive, input, undefined, 'br, gzip;q=0')).toEqual(first)

  // What waits stands on the page too.
  const { id, version } = await submit(house.aicha)
  const waiting = await ask(house.executive, input, first.tag)
  expect(waiting.status).toBe(200)
  expect(waiting.page?.notYetVerified.reduce((n, row) => n + row.outcomes, 0)).toBe(1)

  await house.claire.call.review.verify.mutate({ ids: [{ id, version }] })
  const verified = await ask(house.executive, input, waiting.tag)
  expect([verified.status, results(verified)]).toEqual([200, '10000'])
  // Folding changes no figure and no answer.
  await foldLedger(api.db, house.tenant.organizationId)
  expect((await ask(house.executive, input, verified.tag)).status).toBe(304)
  expect((await ask(house.executive, { ...input, compare: 'none' }, verified.tag)).status).toBe(200)

  // The same question of another border, one after the other.
  const manager = await ask(house.dora, input, verified.tag)
  expect([manager.status, manager.tag === verified.tag]).toEqual([200, false])
  expect(results(manager)).toBe((await house.dora.call.impact.page.query(input)).headline.now.resultsBp)
  const employee = await ask(house.aicha, input, verified.tag)
  expect([employee.status, employee.tag]).toEqual([403, ''])
  const stranger = await fetch(`${api.url}/api/trpc/impact.page?input=%7B%7D`, { headers: { 'if-none-match': verified.tag } })
  expect([stranger.status, stranger.headers.get('etag')]).toEqual([401, null])

  // A refusal is never kept, and a batch answers for itself.
  const refused = await ask(house.executive, { ...input, team: '0197a000-0000-7000-8000-00000000000a' })
  expect([refused.status, refused.tag]).toEqual([404, ''])
  const batch = await fetch(
    `${api.url}/api/trpc/impact.page?batch=1&input=${encodeURIComponent(JSON.stringify({ 0: { ...input, compare: 'none' } }))}`,
    {
      headers: { cookie: house.executive.cookie, 'x-oeuvre-organization': house.tenant.slug },
    },
  )
  expect([batch.status, batch.headers.get('etag')]).toEqual([200, null])
})

test('opportunities that carry the number of a deal, and those whose deal was won since', async () => {
  const log = async (type: string, externalId: string | null, occurredOn: string) => {
    const outcome = house.draft({
      typeId: house.type(type),
      externalId,
      occurredOn,
      evidence: [],
      title: `${type} ${externalId} ${occurredOn}`,
    })
    const { id, version } = await house.aicha.call.outcomes.log.mutate({
      outcome: {
        ...outcome,
        contributors: [{ personId: house.aicha.personId, role: 'lead', weight: 1 }],
        channels: [{ channelId: house.channel('linkedin') }],
      },
      version: null,
    })
    await house.claire.call.review.verify.mutate({ ids: [{ id, version }] })
    return id
  }
  const conversion = async () => (await house.executive.call.impact.page.query({ period: 'year:2025' })).comparison.conversion
  await log('opportunity-found', null, '2025-02-01')
  expect(await conversion()).toBeNull()
  await log('opportunity-found', 'D-71', '2025-02-02')
  await log('opportunity-found', 'D-72', '2025-02-03')
  expect(await conversion()).toMatchObject({
    all: { cases: 2, middle: 0 },
    social: { cases: 2 },
    conventional: { cases: 0, middle: null },
    verdict: 'too-few',
  })
  const won = await log('client-won', 'D-72', '2026-03-03')
  expect(await conversion()).toMatchObject({ all: { cases: 2, middle: 0.5 }, social: { middle: 0.5 } })
  const { version } = await house.executive.call.outcomes.get.query({ id: won })
  await house.claire.call.review.undo.mutate({ ids: [{ id: won, version }] })
  expect(await conversion()).toMatchObject({ all: { cases: 2, middle: 0 } })
})
