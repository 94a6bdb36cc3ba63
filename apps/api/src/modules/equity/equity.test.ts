import { randomUUID } from 'node:crypto'
import type { EquityGroup } from '@oeuvre/domain/equity/schema'
import { addDays } from '@oeuvre/domain/time/calendar'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { getEquity } from './queries/get-equity.ts'

let api: Api
let house: House
let today: string
/** As they would see it where groups of so many are told. */
async function ask(who: Someone, smallestGroup = 1, months: 3 | 12 | 36 = 12) {
  const { actor } = await contextOf(api, who)
  return getEquity({ db: api.db, actor: { ...actor, settings: { ...actor.settings, smallestGroup } } }, { months })
}

/** Led by Aicha or the colleague, helped by Jonas from behind the scenes, who is only thanked. */
async function log(lead: Someone, over: Parameters<House['draft']>[0] = {}) {
  const contributors = [
    { personId: lead.personId, role: 'lead' as const, weight: 1 },
    { personId: house.jonas.personId, role: 'shadow' as const, weight: 0 },
  ]
  const outcome = house.draft({ title: `By ${lead.personId}`, contributors, occurredOn: addDays(today, -5), ...over })
  const { version } = await lead.call.outcomes.log.mutate({ outcome, version: null })
  return { id: outcome.id, version }
}
async function verify(one: { id: string; version: number }) {
  await house.dora.call.review.verify.mutate({ ids: [one] })
  return one.id
}
const rowsBy = (all: Awaited<ReturnType<typeof ask>>, by: string) => all.groups.find((one) => one.by === by)?.rows ?? []
const told = (rows: readonly EquityGroup[]) =>
  Object.fromEntries(
    rows.map(({ name, code, figures: f }) => [
      name ?? code ?? '',
      f && [f.people, f.logged, f.verified?.bp ?? null, f.onStage?.bp ?? null, f.thanked?.bp ?? null],
    ]),
  )

beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
  today = (await house.aicha.call.programs.list.query({})).today
})
afterAll(() => api.stop())

test('from logged to verified, on stage and thanked; each reader of their reach; those too few are told to nobody', async () => {
  const { aicha, colleague, jonas, claire, rolf, dora, executive, tenant } = house
  for (const who of [aicha, tenant.administrator]) expect(await refusal(who.call.equity.get.query({}))).toBe('forbidden')
  const results = [await verify(await log(aicha)), await verify(await log(colleague)), await verify(await log(aicha))]
  await log(aicha) // waits
  await log(aicha, { occurredOn: addDays(today, -400) })
  const [first = '', second = ''] = results

  expect(await executive.call.equity.get.query({})).toMatchObject({ all: null, smallestGroup: 5, isWhole: true })
  const parts = await ask(executive, 2)
  expect(parts.all).toMatchObject({ people: 3, logged: 8, verified: { bp: 7500 }, onStage: { bp: 0 }, thanked: { bp: 0 } })
  // Jonas alone is of research, Aicha alone of export, the colleague alone of sales; of leads there are two, of helpers one.
  expect(told(rowsBy(parts, 'team'))).toEqual({ Export: null, Sales: null, Research: null })
  expect(told(rowsBy(parts, 'role'))).toEqual({ lead: null, shadow: null })
  expect((await ask(executive, 2, 36)).all).toMatchObject({ logged: 10 })
  expect(parts.experts).toBeNull()

  await house.claire.call.kudos.give.mutate({
    id: randomUUID(),
    outcomeId: first,
    personIds: [jonas.personId],
    text: 'You found the drawing in one night.',
    isPrivate: false,
  })
  const before = await ask(executive)
  await house.claire.call.kudos.give.mutate({
    id: randomUUID(),
    outcomeId: second,
    personIds: [jonas.personId],
    text: 'And nobody knows how you did it.',
    isPrivate: true,
  })
  expect(await ask(executive)).toEqual(before)
  expect(told(rowsBy(before, 'role'))).toEqual({ lead: [2, 4, 7500, 0, 0], shadow: [1, 4, 7500, 0, 3333] })
  expect(told(rowsBy(before, 'team'))).toEqual({ Export: [1, 3, 6667, 0, 0], Sales: [1, 1, 10_000, 0, 0], Research: [1, 4, 7500, 0, 3333] })
  expect(told(rowsBy(before, 'site'))).toEqual({ '': [3, 8, 7500, 0, 1667] })
  // Of their reach: Claire has export, Dora all of it, Rolf research.
  expect((await ask(claire)).all).toMatchObject({ people: 1, logged: 3 })
  expect([(await ask(dora)).all, (await ask(rolf)).all]).toMatchObject([{ logged: 8 }, { logged: 4 }])

  // Named by two others in three results, never on stage: a proposal to his own manager alone.
  const experts = (who: Someone) => ask(who).then((all) => all.experts?.map(({ id, results: latest }) => [id, latest.length]) ?? null)
  expect([await experts(rolf), await experts(dora), await experts(claire), await experts(executive)]).toEqual([
    [[jonas.personId, 3]],
    [],
    [],
    null,
  ])
  const story = { id: randomUUID(), outcomeId: first, reason: 'Seen by nobody.', quote: '', needed: '', learnt: '', thanks: '' }
  await dora.call.stage.choose.mutate({ ...story, isClientWithheld: false, clientAs: '', from: today, until: null, isLead: false })
  expect(await experts(rolf)).toHaveLength(1)
  for (const who of [aicha, jonas]) await who.call.stage.answer.mutate({ id: story.id, answer: 'named' })
  expect(await experts(rolf)).toEqual([])
  expect(told(rowsBy(await ask(executive), 'role'))).toEqual({ lead: [2, 4, 7500, 3333, 0], shadow: [1, 4, 7500, 3333, 3333] })
})
