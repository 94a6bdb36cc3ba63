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

async function make(...coaches: Someone[]): Promise<string> {
  const { claire, samuel, executive } = house
  const { id } = await executive.call.programs.save.mutate({
    ...{
      id: randomUUID(),
      version: null,
      title: 'LinkedIn for builders',
      why: '',
      objectiveId: null,
      form: 'targeted',
      channelIds: [],
      waves: 1,
    },
    ...{ ownerId: claire.personId, coachIds: [samuel, ...coaches].map((one) => one.personId) },
    ...{ from: addDays(today, -300), to: addDays(today, 100), budget: '', hours: null },
  })
  return id
}
/** As a job does on a day so many days from now. */
async function asSystem(days: number) {
  const actor = await openNamedActor(api.db, house.tenant.organizationId, { kind: 'system', personId: null, importId: null })
  return { db: api.db, enqueue: api.deps.enqueue, actor, requestId: null, now: new Date(Date.now() + days * 86_400_000) }
}
async function askIn(days: number): Promise<number> {
  const { asked } = await askCheckIns(await asSystem(days))
  await settled(api)
  return asked
}
const topics = async (who: Someone) => (await who.call.notifications.list.query({})).items.map(({ topic }) => topic)
const checkIns = (who: Someone, id: string) => who.call.programs.checkIns.query({ id })

test('after 30 days two questions, told to whoever takes part; the answer is theirs and the coach’s; silence and leaving show nowhere', async () => {
  const { aicha, jonas, colleague, claire, samuel, rolf, executive, tenant } = house
  const id = await make()
  const others = [claire, samuel, rolf, executive, tenant.administrator, colleague]
  const seen = () => Promise.all(others.map((who) => checkIns(who, id)))
  await aicha.call.programs.join.mutate({ id, accountIds: [] })
  await jonas.call.programs.join.mutate({ id, accountIds: [] })
  expect([await askIn(29), await askIn(30), await askIn(33), await askIn(45)]).toEqual([0, 2, 0, 0])
  expect([await topics(aicha), await topics(jonas), await topics(colleague)]).toEqual([['program-check-in'], ['program-check-in'], []])
  const silent = await seen()
  expect(silent.map(({ own, answers }) => [own, answers])).toEqual(others.map((who) => [null, who === samuel ? [] : null]))

  const answer = { id, days: 30 as const, use: 'some' as const, wish: 'coach' as const, words: 'Which group?' }
  await aicha.call.programs.answerCheckIn.mutate(answer)
  expect(await checkIns(aicha, id)).toMatchObject({
    own: { days: 30, answer: { use: 'some', wish: 'coach', words: 'Which group?' } },
    answers: null,
  })
  expect((await checkIns(samuel, id)).answers).toMatchObject([{ person: { id: aicha.personId }, words: 'Which group?' }])
  expect((await seen()).filter((_, at) => others[at] !== samuel)).toEqual(silent.filter((_, at) => others[at] !== samuel))
  for (const who of [colleague, samuel]) expect(await refusal(who.call.programs.answerCheckIn.mutate(answer))).toBe('not-found')
  expect(await refusal(aicha.call.programs.answerCheckIn.mutate({ ...answer, days: 90 }))).toBe('not-found')

  // Gone at once, back if they come back, erased after a month.
  for (const who of [aicha, jonas]) await who.call.programs.leave.mutate({ id })
  expect(await seen()).toEqual(silent)
  expect(await refusal(aicha.call.programs.answerCheckIn.mutate(answer))).toBe('not-found')
  await aicha.call.programs.join.mutate({ id, accountIds: [] })
  expect((await checkIns(samuel, id)).answers).toHaveLength(1)
  await aicha.call.programs.leave.mutate({ id })
  await eraseCheckIns(await asSystem(30))
  await aicha.call.programs.join.mutate({ id, accountIds: [] })
  expect((await checkIns(samuel, id)).answers).toHaveLength(1)
  await aicha.call.programs.leave.mutate({ id })
  await eraseCheckIns(await asSystem(31))
  await aicha.call.programs.join.mutate({ id, accountIds: [] })
  expect(await checkIns(aicha, id)).toEqual({ own: null, answers: null })
})

test('the log tells the same of every program, whether anybody takes part in it or not', async () => {
  const empty = await make()
  const full = await make()
  await house.rolf.call.programs.join.mutate({ id: full, accountIds: [] })
  await askIn(90)
  const events = await Promise.all(
    [empty, full].map(async (id) => {
      const rows = await read(api.db, house.tenant.organizationId, (tx) =>
        tx.rows<{ type: string }>(
          sql`SELECT type, payload, actor_person_id FROM event WHERE subject_id = ${id}::uuid AND type <> 'program.created'`,
        ),
      )
      return rows
    }),
  )
  expect(events[0]).not.toEqual([])
  expect(events[0]).toEqual(events[1])
  expect(await topics(house.rolf)).toEqual(['program-check-in'])
  const asked = async () => (await checkIns(house.rolf, full)).own?.days
  expect(await asked()).toBe(90)
  await askIn(178)
  expect(await asked()).toBe(90)
  await askIn(182)
  expect(await asked()).toBe(180)
})

test('an invitation is told once: not again to whoever said no, nor to whoever takes part already', async () => {
  const { claire, dora, colleague, samuel } = house
  const id = await make()
  await colleague.call.programs.join.mutate({ id, accountIds: [] })
  const invite = async () => {
    await claire.call.programs.invite.mutate({ id, personIds: [dora.personId, colleague.personId] })
    await settled(api)
  }
  await invite()
  const [notice] = (await dora.call.notifications.list.query({})).items
  expect(notice).toMatchObject({ topic: 'program-invited', program: { id, title: 'LinkedIn for builders' }, by: { id: claire.personId } })
  await dora.call.programs.leave.mutate({ id })
  await invite()
  await samuel.call.programs.invite.mutate({ id, personIds: [dora.personId] })
  await settled(api)
  expect([await topics(dora), await topics(colleague)]).toEqual([['program-invited'], []])
})

const notes = async (who: Someone, id: string) => (await who.call.programs.notes.query({ id })).threads
const written = async (who: Someone, id: string) =>
  (await notes(who, id))?.flatMap((thread) => thread.notes.map(({ words, isOwn }) => [thread.with.name, words, isOwn])) ?? null
const toldBy = async (who: Someone, id: string) =>
  (await who.call.notifications.list.query({})).items.filter((n) => n.program?.id === id).map(({ topic, by }) => [topic, by])
function write(from: Someone, to: Someone, id: string, words: string, noteId: string = randomUUID()) {
  return from.call.programs.writeNote.mutate({ id, noteId, withId: to.personId, words })
}

test('what coach and participant write to each other is theirs alone; it goes with whoever leaves, and comes back in time', async () => {
  const { aicha, jonas, colleague, claire, samuel, rolf, executive, tenant } = house
  const id = await make(house.rolf)
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
  expect([await toldBy(samuel, id), await toldBy(aicha, id), await toldBy(rolf, id), await toldBy(claire, id)]).toEqual([
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
  const id = await make(house.rolf)
  await dora.call.programs.join.mutate({ id, accountIds: [] })
  await askCheckIns(await asSystem(30))
  await settled(api)
  const had = await Promise.all([samuel, rolf, claire].map((who) => toldBy(who, id)))
  const answer = { id, days: 30 as const, use: 'some' as const, wish: 'coach' as const, words: '' }
  await dora.call.programs.answerCheckIn.mutate(answer)
  await settled(api)
  const now = await Promise.all([samuel, rolf, claire].map((who) => toldBy(who, id)))
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
