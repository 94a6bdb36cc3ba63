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
    ...{
      ownerId: claire.personId,
      coachIds: [samuel.personId],
      from: addDays(today, -300),
      to: addDays(today, 100),
      budget: '',
      hours: null,
    },
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
