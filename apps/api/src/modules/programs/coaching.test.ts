import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { addDays } from '@oeuvre/domain/time/calendar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Someone } from '../../../test/factories.ts'
import { type Api, refusal, settled, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { openNamedActor } from '../../platform/named-actor.ts'
import { askCheckIns } from './commands/ask-check-ins.ts'
import { eraseCheckIns } from './commands/erase-check-ins.ts'

let api: Api
let house: House
let today: string
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
  house = await makeHouse(api)
  today = (await house.aicha.call.programs.list.query({})).today
})
afterAll(() => api.stop())

async function make(): Promise<string> {
  const { claire, samuel, rolf, executive } = house
  const { id } = await executive.call.programs.save.mutate({
    ...{ id: randomUUID(), version: null, title: 'Builders', why: '', objectiveId: null, form: 'targeted', channelIds: [], waves: 1 },
    ...{ ownerId: claire.personId, coachIds: [samuel.personId, rolf.personId] },
    ...{ from: addDays(today, -300), to: addDays(today, 100), budget: '', hours: null },
  })
  return id
}
async function asSystem(days: number) {
  const actor = await openNamedActor(api.db, house.tenant.organizationId, { kind: 'system', personId: null, importId: null })
  return { db: api.db, enqueue: api.deps.enqueue, actor, requestId: null, now: new Date(Date.now() + days * 86_400_000) }
}
const notes = async (who: Someone, id: string) => (await who.call.programs.notes.query({ id })).threads
const written = async (who: Someone, id: string) =>
  (await notes(who, id))?.flatMap((thread) => thread.notes.map(({ words, isOwn }) => [thread.with.name, words, isOwn])) ?? null
const topics = async (who: Someone) => (await who.call.notifications.list.query({})).items.map(({ topic, by }) => [topic, by])
function write(from: Someone, to: Someone, id: string, words: string, noteId: string = randomUUID()) {
  return from.call.programs.writeNote.mutate({ id, noteId, withId: to.personId, words })
}

test('what coach and participant write to each other is theirs alone; it goes with whoever leaves, and comes back in time', async () => {
  const { aicha, jonas, colleague, claire, samuel, rolf, executive, tenant } = house
  const id = await make()
  for (const who of [aicha, jonas]) await who.call.programs.join.mutate({ id, accountIds: [] })
  const others = [jonas, rolf, claire, executive, tenant.administrator, colleague]
  const seen = () => Promise.all(others.map((who) => notes(who, id)))
  const before = await seen()
  expect(before.map((threads) => threads?.map(({ with: { id: other } }) => other).toSorted() ?? null)).toEqual([
    [rolf.personId, samuel.personId].toSorted(),
    [aicha.personId, jonas.personId].toSorted(),
    ...[null, null, null, null],
  ])

  const asked = randomUUID()
  for (let n = 0; n < 2; n++) await write(aicha, samuel, id, 'How do I begin?', asked)
  await write(samuel, aicha, id, 'With one customer.')
  await settled(api)
  expect((await written(aicha, id))?.map(([, words, isOwn]) => [words, isOwn])).toEqual([
    ['How do I begin?', true],
    ['With one customer.', false],
  ])
  expect((await written(samuel, id))?.map(([, words, isOwn]) => [words, isOwn])).toEqual([
    ['How do I begin?', false],
    ['With one customer.', true],
  ])
  expect(await seen()).toEqual(before)
  expect([await topics(samuel), await topics(aicha), await topics(rolf), await topics(claire)]).toEqual([
    [['program-coached', null]],
    [['program-coached', null]],
    [],
    [],
  ])

  // Neither to whom one does not coach with, nor in another's name.
  for (const [from, to] of [
    [claire, aicha],
    [aicha, jonas],
    [samuel, colleague],
    [colleague, samuel],
    [samuel, samuel],
  ] as const)
    expect(await refusal(write(from, to, id, 'x'))).toBe('not-found')
  expect(await refusal(write(aicha, samuel, id, ' '))).toBe('required')
  for (const who of [samuel, jonas, claire])
    expect(await refusal(who.call.programs.removeNote.mutate({ id, noteId: asked, isRemoved: true }))).toBe('not-found')
  await aicha.call.programs.removeNote.mutate({ id, noteId: asked, isRemoved: true })
  expect(await written(samuel, id)).toHaveLength(1)
  await aicha.call.programs.removeNote.mutate({ id, noteId: asked, isRemoved: false })
  expect(await written(samuel, id)).toHaveLength(2)

  await aicha.call.programs.leave.mutate({ id })
  expect((await notes(samuel, id))?.map((thread) => thread.with.id)).toEqual([jonas.personId])
  expect([await notes(aicha, id), await refusal(write(samuel, aicha, id, 'x'))]).toEqual([null, 'not-found'])
  await eraseCheckIns(await asSystem(30))
  await aicha.call.programs.join.mutate({ id, accountIds: [] })
  expect(await written(samuel, id)).toHaveLength(2)
  await aicha.call.programs.removeNote.mutate({ id, noteId: asked, isRemoved: true })
  await eraseCheckIns(await asSystem(2))
  expect(await refusal(aicha.call.programs.removeNote.mutate({ id, noteId: asked, isRemoved: false }))).toBe('not-found')
  await aicha.call.programs.leave.mutate({ id })
  await eraseCheckIns(await asSystem(31))
  await aicha.call.programs.join.mutate({ id, accountIds: [] })
  expect(await written(samuel, id)).toEqual([])
})

test('an answer to a check-in is told to those who coach; the log names nobody who wrote', async () => {
  const { dora, samuel, rolf, claire } = house
  const id = await make()
  await dora.call.programs.join.mutate({ id, accountIds: [] })
  await askCheckIns(await asSystem(30))
  await settled(api)
  const had = await Promise.all([samuel, rolf, claire].map(topics))
  const answer = { id, days: 30 as const, use: 'some' as const, wish: 'coach' as const, words: '' }
  await dora.call.programs.answerCheckIn.mutate(answer)
  await settled(api)
  const now = await Promise.all([samuel, rolf, claire].map(topics))
  expect(now.map((all, at) => all.length - (had[at]?.length ?? 0))).toEqual([1, 1, 0])
  await write(dora, rolf, id, 'Help')
  await settled(api)
  const rows = await read(api.db, house.tenant.organizationId, (tx) =>
    tx.rows<{ type: string }>(
      sql`SELECT DISTINCT type, payload, actor_person_id FROM event WHERE subject_id = ${id}::uuid AND type <> 'program.created'`,
    ),
  )
  expect(rows.toSorted((a, b) => a.type.localeCompare(b.type))).toEqual([
    { type: 'program.check-ins-asked', payload: {}, actor_person_id: null },
    { type: 'program.coached', payload: {}, actor_person_id: null },
  ])
})
