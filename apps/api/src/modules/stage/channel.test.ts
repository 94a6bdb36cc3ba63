import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import type { Asked, OutsideAnswer } from '../../platform/outside/safe-fetch.ts'
import { createSeal } from '../../platform/seal.ts'
import { postStories } from './commands/post-stories.ts'

let api: Api
let house: House
/** The other side: what reached it, and what it says. */
const reached: Asked[] = []
let says: OutsideAnswer = { kind: 'unchanged', etag: null, lastModified: null, freshSeconds: 0 }
const outside = async (asked: Asked) => {
  reached.push(asked)
  return says
}
beforeAll(async () => {
  api = await startApi({}, undefined, { outside })
  house = await makeHouse(api)
})
afterAll(() => api.stop())

const address = 'https://hooks.slack.com/services/T0/B0/very-secret'

/** At that hour of today, UTC. */
async function turn(hour = 12, minute = 0): Promise<void> {
  const actor = await openNamedActor(api.db, house.tenant.organizationId, { kind: 'system', personId: null, importId: null })
  const now = new Date(`${actor.today}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`)
  await postStories({ ...api.deps, actor, requestId: null, now })
}

async function onStage(title: string): Promise<string> {
  const { aicha, claire, samuel } = house
  const outcome = house.draft({ title })
  await aicha.call.outcomes.log.mutate({ outcome, version: null })
  await claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version: 1 }] })
  const { today } = await samuel.call.stage.front.query()
  const said = { reason: 'Worth it.', quote: '', needed: '', learnt: '', thanks: '', isClientWithheld: false, clientAs: '' }
  const { id } = await samuel.call.stage.choose.mutate({
    ...{ id: randomUUID(), outcomeId: outcome.id, ...said, from: today, until: null, isLead: false },
  })
  return id
}

test('administrators alone set where stories are told; the address is sealed and shown to nobody', async () => {
  const { tenant, executive, samuel, aicha } = house
  const admin = tenant.administrator.call.stage
  for (const who of [executive, samuel, aicha]) {
    expect(await refusal(who.call.stage.channel.query())).toBe('forbidden')
    expect(await refusal(who.call.stage.saveChannel.mutate({ address, language: 'en' }))).toBe('forbidden')
  }
  expect(await refusal(admin.saveChannel.mutate({ address: 'https://evil.example/services/x', language: 'en' }))).toBe('address-invalid')
  const saved = await admin.saveChannel.mutate({ address, language: 'en' })
  expect(saved).toMatchObject({ channel: { kind: 'slack', host: 'hooks.slack.com', failure: null }, isHeld: false, canSend: true })
  expect(JSON.stringify([saved, await admin.channel.query()])).not.toContain('very-secret')
  const [row] = await read(api.db, tenant.organizationId, (tx) => tx.rows<{ sealed: Buffer }>(sql`SELECT sealed FROM stage_channel`))
  expect(row!.sealed.toString('latin1')).not.toContain('very-secret')
  expect(api.deps.seal.open(row!.sealed, tenant.organizationId)).toBe(address)
  expect(api.deps.seal.open(row!.sealed, randomUUID())).toBeNull()
  expect(createSeal('another').open(row!.sealed, tenant.organizationId)).toBeNull()
})

test('only what is on stage is told, once, from eight on, by title and team alone; what fails is shown and comes again', async () => {
  const { tenant, aicha } = house
  const admin = tenant.administrator.call.stage
  const id = await onStage('A <b>pump</b> that sang')
  await turn()
  expect(reached).toEqual([]) // nobody has agreed yet
  await aicha.call.stage.answer.mutate({ id, answer: 'named' })
  await turn(5)
  expect(reached).toEqual([])
  says = { kind: 'refused', reason: 'status', status: 404 }
  await turn()
  expect((await admin.channel.query()).channel).toMatchObject({ sentAt: null, failure: { reason: 'status', status: 404 } })
  says = { kind: 'unchanged', etag: null, lastModified: null, freshSeconds: 0 }
  await turn()
  await turn()
  expect(reached).toHaveLength(2)
  expect((await admin.channel.query()).channel?.failure).toBeNull()
  const told = reached[1]!
  expect(told.url).toBe(address)
  expect(JSON.parse(told.json ?? '').text).toContain('On stage: “A &lt;b&gt;pump&lt;/b&gt; that sang” · Export')
  expect(told.json).toContain(`/${tenant.slug}/stage/${id}`)
  expect(told.json).not.toMatch(/Aicha|Harland|64000/)
  await admin.removeChannel.mutate()
  const other = await onStage('Another')
  await aicha.call.stage.answer.mutate({ id: other, answer: 'named' })
  await turn()
  expect(reached).toHaveLength(2)
})

test('with another secret of the server the address cannot be read: administrators see it, the job fails once a day, and it is entered again', async () => {
  const { tenant } = house
  const admin = tenant.administrator.call.stage
  await admin.saveChannel.mutate({ address, language: 'en' })
  expect((await admin.channel.query()).channel?.isReadable).toBe(true)
  const sealed = createSeal('another').close(address, tenant.organizationId)
  await write(api.db, tenant.organizationId, (tx) => tx.run(sql`UPDATE stage_channel SET sealed = ${sealed}`))
  expect((await admin.channel.query()).channel).toMatchObject({ isReadable: false, failure: null })
  const failed = (hour: number, minute = 0) =>
    turn(hour, minute).then(
      () => null,
      (e: Error) => e.message,
    )
  // Its own tries fail too, so that it stands among the failed jobs; the turns after it do not.
  expect([await failed(9), await failed(9, 4), await failed(9, 15), await failed(21)]).toEqual([
    'secret-changed',
    'secret-changed',
    null,
    null,
  ])
  expect((await admin.channel.query()).channel).toMatchObject({ isReadable: false, failure: null })
  await admin.saveChannel.mutate({ address, language: 'en' })
  expect(await failed(22)).toBeNull()
  expect((await admin.channel.query()).channel?.isReadable).toBe(true)
})
