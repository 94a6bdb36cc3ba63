import { randomUUID } from 'node:crypto'
import type { OutcomeDraftInput } from '@oeuvre/domain/outcomes/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../src/app.ts'
import { eraseKeys } from '../src/platform/erase-keys.ts'
import { openNamedActor } from '../src/platform/named-actor.ts'
import { requestKeyHeader } from '../src/platform/request-keys.ts'
import type { Someone } from './factories.ts'
import { type Api, client, refusal, startApi, testBaseUrl } from './harness.ts'
import { type House, makeHouse } from './outcome-factories.ts'

let api: Api
let house: House
let other: { url: string; close(): Promise<void> }
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
  const app = await buildApp(api.config)
  other = { url: await app.http.listen({ port: 0, host: '127.0.0.1' }), close: app.close }
})
afterAll(async () => {
  await other.close()
  await api.stop()
})

type Sending = { readonly key: string; readonly who?: Someone; readonly to?: string }

async function send(path: string, input: unknown, { key, who = house.aicha, to = api.url }: Sending) {
  const headers = { cookie: who.cookie, 'x-oeuvre-organization': who.slug, origin: testBaseUrl, 'content-type': 'application/json' }
  const answer = await fetch(`${to}/api/trpc/${path}`, {
    method: 'POST',
    headers: { ...headers, [requestKeyHeader]: key },
    body: JSON.stringify(input),
  })
  const body = (await answer.json()) as { result?: { data: unknown }; error?: { data: { refusals: { code: string }[] } } }
  return body.result?.data ?? body.error?.data.refusals[0]?.code
}

async function events(outcomeId: string): Promise<string[]> {
  const { entries } = await house.aicha.call.outcomes.history.query({ id: outcomeId })
  return entries.map((entry) => entry.event)
}

const log = (outcome: OutcomeDraftInput) => ({ outcome, version: null })

test('sent again under its key, a change is answered as the first time and not made again', async () => {
  const outcome = house.draft()
  const key = randomUUID()
  const first = await send('outcomes.log', log(outcome), { key })
  expect(first).toMatchObject({ id: outcome.id, state: 'submitted', version: 1 })
  // Meanwhile it moved on, so that by itself the second sending would be refused.
  await house.claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version: 1 }] })
  expect(await send('outcomes.log', log(outcome), { key, to: other.url })).toEqual(first)
  expect(await events(outcome.id)).toEqual(['outcome.submitted', 'outcome.verified'])
  expect(await send('outcomes.log', log(outcome), { key: randomUUID() })).toBe('state-changed')
})

test('on two servers at once: one does it, the other waits and answers the same', async () => {
  const outcome = house.draft()
  await house.aicha.call.outcomes.log.mutate(log(outcome))
  const key = randomUUID()
  const sendings = [api.url, other.url, api.url, other.url].map((to) =>
    send('outcomes.withdraw', { ids: [{ id: outcome.id, version: 1 }], words: '' }, { key, to }),
  )
  const [first, ...rest] = await Promise.all(sendings)
  expect(first).toMatchObject({ outcomes: [{ id: outcome.id, version: 2 }] })
  expect(rest).toEqual([first, first, first])
  expect(await events(outcome.id)).toEqual(['outcome.submitted', 'outcome.withdrawn'])
})

test('what failed left nothing behind: the same key does it then', async () => {
  const outcome = house.draft()
  const key = randomUUID()
  expect(await send('outcomes.withdraw', { ids: [{ id: outcome.id, version: 1 }], words: '' }, { key })).toBe('not-found')
  await house.aicha.call.outcomes.log.mutate(log(outcome))
  expect(await send('outcomes.withdraw', { ids: [{ id: outcome.id, version: 1 }], words: '' }, { key })).toMatchObject({
    outcomes: [{ version: 2 }],
  })
})

test('a key is for one thing of one person, and only where it is honoured', async () => {
  const key = randomUUID()
  const [outcome, another] = [house.draft(), house.draft()]
  await send('outcomes.log', log(outcome), { key })
  expect(await send('outcomes.log', log(another), { key })).toBe('request-key-reused')
  expect(await send('outcomes.save', log(outcome), { key })).toBe('request-key-reused')
  expect(await send('outcomes.log', log(another), { key, who: house.jonas })).toMatchObject({ id: another.id, version: 1 })
  expect(await send('outcomes.log', log(another), { key: 'none' })).toBe('invalid-input')
  const account = { id: randomUUID(), address: 'https://x.com/key', purpose: 'work', visibility: 'me', consent: {} }
  expect(await send('accounts.register', account, { key: randomUUID() })).toBe('invalid-input')
  // Without a key everything is as it was.
  expect(await refusal(client(api, house.jonas.cookie, house.tenant.slug).outcomes.get.query({ id: randomUUID() }))).toBe('not-found')
})

test('after seven days nobody asks again', async () => {
  const outcome = house.draft()
  const key = randomUUID()
  await send('outcomes.log', log(outcome), { key })
  const actor = await openNamedActor(api.db, house.tenant.organizationId, { kind: 'system', personId: null, importId: null })
  const erase = (days: number) =>
    eraseKeys({ db: api.db, actor, requestId: null, enqueue: api.deps.enqueue, now: new Date(Date.now() + days * 86_400_000) })
  expect(await erase(6.9)).toEqual({ erased: 0 })
  expect((await erase(7.1)).erased).toBeGreaterThan(0)
  await house.claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version: 1 }] })
  expect(await send('outcomes.log', log(outcome), { key })).toBe('state-changed')
})
