import { randomUUID } from 'node:crypto'
import { consentTextVersion } from '@oeuvre/domain/accounts/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eraseWithdrawn } from '../src/modules/accounts/commands/erase-withdrawn.ts'
import { promiseCron } from '../src/modules/outcomes/commands/keep-promises.ts'
import type { Enqueue } from '../src/platform/jobs.ts'
import { perOrganization, retentionCron } from '../src/platform/retention.ts'
import { contextOf, makeSomeone, makeTenant } from './factories.ts'
import { type Api, startApi } from './harness.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

test('each night a job for each organization; thirty days after its withdrawal an account has neither address nor name', async () => {
  const tenants = [await makeTenant(api), await makeTenant(api)]
  const queued: { queue: string; payload: Readonly<Record<string, string>> }[] = []
  const enqueue: Enqueue = async (_, queue, payload) => void queued.push({ queue, payload })
  const run = (now: Date) => perOrganization('retention', { db: api.db, enqueue }, [eraseWithdrawn], () => now)
  const { signal } = new AbortController()

  await run(new Date())({}, signal)
  expect(queued.map(({ queue, payload }) => [queue, payload.organizationId]).sort()).toEqual(
    tenants.map((t) => ['retention', t.organizationId]).sort(),
  )

  const [home, other] = tenants
  const owner = await makeSomeone(api, home!, 'Owner')
  const neighbour = await makeSomeone(api, other!, 'Neighbour')
  const withdrawn = async (who: typeof owner) => {
    const consent = { accepted: true, textVersion: consentTextVersion }
    const account = await who.call.accounts.register.mutate({
      id: randomUUID(),
      address: 'https://x.com/kept',
      purpose: 'work',
      visibility: 'me',
      consent,
    })
    await who.call.accounts.withdraw.mutate({ id: account.id, version: 1 })
    return async () => (await who.call.accounts.get.query({ id: account.id })).label
  }
  const [mine, theirs] = [await withdrawn(owner), await withdrawn(neighbour)]
  const days = (n: number) => new Date(Date.now() + n * 86_400_000)
  const job = { organizationId: home!.organizationId }
  await run(days(29))(job, signal)
  expect(await mine()).toBe('@kept')
  await run(days(31))(job, signal)
  await run(days(31))(job, signal)
  expect(await mine()).toBeNull()
  expect(await theirs()).toBe('@kept')
  await expect(eraseWithdrawn(await contextOf(api, owner))).rejects.toMatchObject({ code: 'forbidden' })
})

test('a server that works in the background keeps the appointment in the database', async () => {
  const working = await startApi({ hasJobs: true })
  const { rows } = await working.db.pool.query<{ name: string; cron: string }>('SELECT name, cron FROM pgboss.schedule')
  expect(rows).toContainEqual({ name: 'retention', cron: retentionCron })
  expect(rows).toContainEqual({ name: 'keep-promises', cron: promiseCron })
  await working.stop()
})
