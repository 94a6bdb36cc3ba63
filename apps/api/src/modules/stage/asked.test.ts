import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, client, refusal, startApi, testBaseUrl } from '../../../test/harness.ts'
import { openMailbox } from '../../../test/mailbox.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { makeStage, type Stage } from '../../../test/stage-house.ts'
import { createMailer, type Mailer } from '../../platform/mail/mailer.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import { tendStories } from './commands/tend-stories.ts'

let api: Api
let house: House
let stage: Stage
let clock = new Date('2026-05-04T09:00:00Z')
beforeAll(async () => {
  api = await startApi({ hasJobs: true }, () => clock)
  house = await makeHouse(api)
  stage = await makeStage(api, house)
})
afterAll(() => api.stop())

async function tend(mailer: Mailer | null): Promise<void> {
  const actor = await openNamedActor(api.db, house.tenant.organizationId, { kind: 'system', personId: null, importId: null })
  await tendStories({ db: api.db, enqueue: api.deps.enqueue, requestId: null, now: clock, actor, mailer, baseUrl: testBaseUrl })
}

test('other words: the former ones stay as a trace, who had said yes is asked again, who said no is not', async () => {
  const { aicha, jonas, samuel, colleague } = house
  const quote = 'Jonas, again!'
  const { id, version } = await stage.chosen({ quote, isClientWithheld: false })
  for (const who of [aicha, jonas]) await stage.say(who, id, 'named')
  const words = (await samuel.call.stage.get.query({ id })).words!
  const other = { ...words, id, version, quote: 'He never sleeps.' }
  expect(await refusal(colleague.call.stage.reword.mutate(other))).toBe('forbidden')
  // A client that is named no more takes nothing from what they agreed to; nor do spaces.
  const withheld = await samuel.call.stage.reword.mutate({ ...words, id, version, isClientWithheld: true, clientAs: 'a shipyard' })
  expect(await samuel.call.stage.reword.mutate({ ...words, ...withheld, isClientWithheld: true, clientAs: ' a  shipyard' })).toEqual(
    withheld,
  )
  expect(await stage.onFront(colleague, id)).toMatchObject({ quote, client: 'a shipyard' })
  expect(await refusal(samuel.call.stage.reword.mutate(other))).toBe('conflict')
  const saved = await samuel.call.stage.reword.mutate({
    ...other,
    version: withheld.version,
    isClientWithheld: true,
    clientAs: 'a shipyard',
  })
  expect(await stage.onFront(colleague, id)).toBeUndefined()
  expect((await jonas.call.stage.get.query({ id })).former).toMatchObject({
    by: { name: 'Samuel' },
    words: [{ field: 'quote', text: quote }],
  })
  await stage.say(aicha, id, 'named')
  await stage.say(jonas, id, 'unnamed')
  expect(await stage.onFront(colleague, id)).toMatchObject({ quote: other.quote })
  expect(await colleague.call.stage.get.query({ id })).toMatchObject({ words: null, former: null })

  await stage.say(aicha, id, 'no')
  await samuel.call.stage.reword.mutate({ ...other, ...saved, reason: 'One more night.' })
  await stage.later()
  expect([(await stage.told(aicha, id)).length, (await stage.told(jonas, id)).length]).toEqual([2, 3])
  expect(await samuel.call.stage.get.query({ id })).toMatchObject({ place: 'refused', answers: { asked: 2, answered: null } })
  // Nor does the log tell who had said yes.
  const log = await read(api.db, house.tenant.organizationId, (tx) =>
    tx.rows<{ payload: unknown }>(
      sql`SELECT payload FROM event WHERE subject_id = ${id}::uuid AND type IN ('story.reworded', 'story.asked')`,
    ),
  )
  expect(JSON.stringify(log)).not.toMatch(new RegExp(`${aicha.personId}|${jonas.personId}`))
})

test('a former no stands: chosen anew or put back, nobody is asked about it again, and only its owner takes it back', async () => {
  const { aicha, jonas, samuel, colleague } = house
  const later = () => {
    clock = new Date(clock.getTime() + 11 * 60_000)
  }
  const down = async (id: string) => {
    const { version } = await samuel.call.stage.get.query({ id })
    return samuel.call.stage.takeDown.mutate({ id, version, reason: 'Another time.' })
  }
  const { id: first, outcome } = await stage.chosen()
  await stage.say(aicha, first, 'named')
  await stage.say(jonas, first, 'no')
  await down(first)
  later()
  const { id } = await samuel.call.stage.choose.mutate(stage.choice(outcome.id))
  await stage.later()
  expect([await stage.told(aicha, id), await stage.told(jonas, id)]).toEqual([['story-asked'], []])
  expect((await jonas.call.stage.front.query()).asked.map((one) => one.id)).not.toContain(id)
  expect((await jonas.call.stage.get.query({ id })).own).toEqual({ answer: 'no' })
  // Whoever chose it reads what they read before, and the log names both.
  expect(await samuel.call.stage.get.query({ id })).toMatchObject({ place: 'refused', answers: { asked: 2, answered: null } })
  const log = await read(api.db, house.tenant.organizationId, (tx) =>
    tx.rows<{ type: string; payload: { personIds: string[] } }>(sql`SELECT type, payload FROM event WHERE subject_id = ${id}::uuid`),
  )
  expect(log.map(({ type, payload }) => [type, payload.personIds.toSorted()])).toEqual([
    ['story.chosen', [aicha.personId, jonas.personId].toSorted()],
  ])
  await stage.say(aicha, id, 'named')
  expect(await stage.onFront(colleague, id)).toBeUndefined()
  await stage.say(jonas, id, 'named')
  expect(await stage.onFront(colleague, id)).toBeDefined()

  const agreed = await down(id)
  later()
  const { id: third } = await samuel.call.stage.choose.mutate(stage.choice(outcome.id))
  expect((await jonas.call.stage.get.query({ id: third })).own).toEqual({ answer: null })
  await stage.say(jonas, third, 'no')
  await down(third)
  // What was agreed to before that stays down.
  await samuel.call.stage.restore.mutate(agreed)
  expect(await samuel.call.stage.get.query({ id })).toMatchObject({ place: 'refused' })
  expect(await stage.onFront(colleague, id)).toBeUndefined()
})

test('who has no login answers by a link in a mail; whom nobody can ask is not waited for, and not named', async () => {
  const { aicha, samuel, colleague, tenant } = house
  const [mia, gone, none] = [randomUUID(), randomUUID(), randomUUID()]
  const org = sql`${tenant.organizationId}::uuid`
  await write(api.db, tenant.organizationId, async (tx) => {
    for (const [id, name, email] of [
      [mia, 'Mia Mail', 'mia@home.example'],
      [gone, 'Gustav Gone', 'gone@home.example'],
      [none, 'Nora None', null],
    ] as const)
      await tx.run(
        sql`INSERT INTO person (organization_id, id, name, name_key, email) VALUES (${org}, ${id}::uuid, ${name}, lower(${name}), ${email})`,
      )
  })
  const contributors = [aicha.personId, mia, gone, none].map((personId, i) => ({
    ...{ personId, role: i === 0 ? ('lead' as const) : ('support' as const), weight: 1 },
  }))
  const { id, version, outcome } = await stage.chosen({ thanks: 'Nora and Mia' }, { contributors })
  await stage.say(aicha, id, 'named')
  expect((await samuel.call.stage.get.query({ id })).answers).toEqual({ asked: 3, answered: 1 })
  const box = await openMailbox()
  const mailer = createMailer({ url: box.url, from: 'Oeuvre <oeuvre@atelier.example>' })
  await tend(mailer)
  expect(box.mails).toEqual([]) // its choice can still be taken back
  clock = new Date(clock.getTime() + 11 * 60_000)
  await tend(mailer)
  await tend(mailer)
  expect(box.mails.map(({ to }) => to)).toEqual(['mia@home.example'])
  const token = /story-consent#(\S+)/.exec(box.mails[0]!.part('text/plain'))?.[1] ?? ''
  const visitor = client(api, '', '')
  const page = await visitor.stage.openAsked.mutate({ token })
  expect(page).toMatchObject({ personName: 'Mia Mail', answer: null, story: { title: 'What Jonas found' } })
  expect(page.story.people.map(({ name }) => name)).toEqual(['Aicha', 'Mia Mail', null, null])
  expect(await refusal(visitor.stage.openAsked.mutate({ token: `${token.slice(0, -2)}xx` }))).toBe('link-invalid')
  expect(await stage.onFront(colleague, id)).toBeUndefined()
  await visitor.stage.answerAsked.mutate({ token, answer: 'named' })
  const card = await stage.onFront(colleague, id)
  expect(card).toMatchObject({ thanks: '… and Mia' })
  expect(JSON.stringify(card)).not.toMatch(/Nora|Gustav/)
  await visitor.stage.answerAsked.mutate({ token, answer: 'no' })
  expect(await stage.onFront(colleague, id)).toBeUndefined()
  await samuel.call.stage.takeDown.mutate({ id, version, reason: 'Enough.' })
  expect(await refusal(visitor.stage.answerAsked.mutate({ token, answer: 'named' }))).toBe('link-invalid')
  // Chosen anew: their "no" stands, they are not written to again, and their link takes another answer.
  const { id: anew } = await samuel.call.stage.choose.mutate(stage.choice(outcome.id))
  clock = new Date(clock.getTime() + 11 * 60_000)
  await tend(mailer)
  expect(box.mails).toHaveLength(1)
  expect(await visitor.stage.openAsked.mutate({ token })).toMatchObject({ answer: 'no' })
  await stage.say(aicha, anew, 'named')
  await visitor.stage.answerAsked.mutate({ token, answer: 'named' })
  expect(await stage.onFront(colleague, anew)).toBeDefined()
  // A server that sends no mail: nobody can ask them.
  const other = await stage.chosen({}, { contributors: contributors.slice(0, 2) })
  await stage.say(aicha, other.id, 'named')
  await tend(null)
  expect(await stage.onFront(colleague, other.id)).toMatchObject({
    people: [{ name: 'Aicha' }, { name: null, isFormer: false, isUnasked: true }],
  })
  mailer.close()
  await box.close()
})

test('with a result that something without a word of its own took back: told at the next turn, once', async () => {
  const { id, outcome } = await stage.agreed()
  await stage.later()
  await write(api.db, house.tenant.organizationId, (tx) =>
    tx.run(sql`UPDATE outcome SET state = 'submitted', version = version + 1, updated_at = ${clock}::timestamptz
      WHERE organization_id = ${house.tenant.organizationId}::uuid AND id = ${outcome.id}::uuid`),
  )
  for (const _ of ['once', 'again']) {
    await tend(null)
    await stage.later()
  }
  expect(await stage.told(house.samuel, id)).toEqual(['story-down', 'story-agreed'])
})
