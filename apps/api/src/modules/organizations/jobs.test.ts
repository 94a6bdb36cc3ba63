import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTenant, type Tenant } from '../../../test/factories.ts'
import { type Api, refusal, settled, startApi } from '../../../test/harness.ts'
import { openMailbox } from '../../../test/mailbox.ts'
import { makeHouse } from '../../../test/outcome-factories.ts'

/** A Wednesday in Paris: nobody sleeps. */
const noon = () => new Date('2026-11-18T11:00:00Z')
let api: Api
let box: Awaited<ReturnType<typeof openMailbox>>
let neighbour: Tenant
beforeAll(async () => {
  box = await openMailbox()
  api = await startApi({ hasJobs: true, mail: { url: box.url, from: 'Oeuvre <oeuvre@atelier.example>' } }, noon)
  neighbour = await makeTenant(api)
})
afterAll(async () => {
  await api.stop()
  await box.close()
})

test('work that came to nothing is shown to its administrators with a code and no words, and runs again when they say so', async () => {
  const house = await makeHouse(api)
  const { administrator } = house.tenant
  await box.close()
  const contributors = [
    { personId: house.aicha.personId, role: 'lead' as const, weight: 1 },
    { personId: house.jonas.personId, role: 'shadow' as const, weight: 0 },
  ]
  await house.aicha.call.outcomes.log.mutate({ outcome: house.draft({ contributors }), version: null })
  const state = async (is: string) =>
    (await api.db.pool.query(`SELECT FROM pgboss.job WHERE name = 'send-mail' AND state = $1`, [is])).rowCount
  while ((await state('retry')) === 0) await new Promise((resolve) => setTimeout(resolve, 30))
  await api.db.pool.query(`UPDATE pgboss.job SET retry_limit = retry_count, start_after = now() WHERE name = 'send-mail'`)
  while ((await state('failed')) === 0) await new Promise((resolve) => setTimeout(resolve, 30))

  const { jobs } = await administrator.call.organizations.failedJobs.query()
  expect(jobs).toMatchObject([{ queue: 'send-mail', reason: 'ESOCKET', tries: 2 }])
  const { rows } = await api.db.pool.query<{ output: unknown }>(`SELECT output FROM pgboss.job WHERE state = 'failed'`)
  expect(JSON.stringify(rows)).not.toMatch(/@|127\.0\.0\.1|at /)
  expect((await neighbour.administrator.call.organizations.failedJobs.query()).jobs).toEqual([])
  expect(await refusal(neighbour.administrator.call.organizations.runJobsAgain.mutate({ ids: [jobs[0]!.id] }))).toBe('not-found')
  expect(await neighbour.administrator.call.organizations.runJobsAgain.mutate({})).toEqual({ count: 0 })

  await box.open()
  expect(await administrator.call.organizations.runJobsAgain.mutate({ ids: [jobs[0]!.id] })).toEqual({ count: 1 })
  await settled(api)
  expect(box.mails).toHaveLength(1)
  expect((await administrator.call.organizations.failedJobs.query()).jobs).toEqual([])
})

test('what is enqueued for now is done now, one after the other, however seldom is looked', async () => {
  const letters = await openMailbox()
  const seldom = await startApi(
    { hasJobs: true, jobPauseSeconds: 600, mail: { url: letters.url, from: 'Oeuvre <oeuvre@atelier.example>' } },
    noon,
  )
  const { aicha, jonas, colleague, claire, draft } = await makeHouse(seldom)
  const shadows = [jonas, colleague, claire].map(({ personId }) => ({ personId, role: 'shadow' as const, weight: 0 }))
  const contributors = [{ personId: aicha.personId, role: 'lead' as const, weight: 1 }, ...shadows]
  await aicha.call.outcomes.log.mutate({ outcome: draft({ contributors }), version: null })
  await settled(seldom)
  expect(letters.mails).toHaveLength(3)
  await seldom.stop()
  await letters.close()
})
