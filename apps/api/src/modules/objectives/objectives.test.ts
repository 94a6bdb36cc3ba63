import { randomUUID } from 'node:crypto'
import type { SaveObjectiveInput } from '@oeuvre/domain/objectives/schema'
import type { OutcomeDraftInput } from '@oeuvre/domain/outcomes/schema'
import { addDays } from '@oeuvre/domain/time/calendar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSomeone, makeTenant, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'

let api: Api
let house: House
let today: string
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
  today = (await house.executive.call.objectives.list.query({})).today
})
afterAll(() => api.stop())

type Input = Omit<SaveObjectiveInput, 'decimalMark'>
const objective = (over: Partial<Input> = {}): Input => ({
  ...{ id: randomUUID(), version: null, teamId: null, parentId: null, title: 'Ten hospitals', why: 'They reorder.', measure: 'results' },
  ...{ typeIds: [], from: '2026-01-01', to: '2026-12-31', target: '10', ownerId: house.executive.personId, ...over },
})
async function make(who: Someone, over: Partial<Input> = {}): Promise<string> {
  return (await who.call.objectives.save.mutate(objective(over))).id
}
/** Logged by Aicha (of Export) and verified by Claire, unless something is said. */
async function verified(over: Partial<OutcomeDraftInput>, decider: Someone = house.claire): Promise<string> {
  const outcome = house.draft({ channels: [], evidence: [], ...over })
  const { id, version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
  await decider.call.review.verify.mutate({ ids: [{ id, version }] })
  return id
}
const settings = (change: object) => house.tenant.administrator.call.organizations.saveSettings.mutate(change)

describe('who may', () => {
  test('set one: executives and administrators any, managers for their teams; nobody names what is not there', async () => {
    const { executive, samuel, aicha, tenant, teams } = house
    const ofTeam = { teamId: teams.export }
    await make(executive)
    await make(tenant.administrator, ofTeam)
    const id = await make(samuel, ofTeam)
    expect(await refusal(make(samuel))).toBe('forbidden')
    expect(await refusal(make(samuel, { teamId: teams.research }))).toBe('forbidden')
    expect(await refusal(make(aicha, ofTeam))).toBe('forbidden')
    // Nor may it be carried out of one's reach, or into it.
    expect(await refusal(samuel.call.objectives.save.mutate(objective({ id, version: 1 })))).toBe('forbidden')
    const away = await make(executive, { teamId: teams.research })
    expect(await refusal(samuel.call.objectives.save.mutate(objective({ id: away, version: 1, ...ofTeam })))).toBe('forbidden')
    const other = await makeTenant(api)
    for (const [field, stranger] of Object.entries({ teamId: randomUUID(), parentId: randomUUID(), ownerId: other.administrator.personId }))
      expect(await refusal(make(executive, { [field]: stranger })), field).toBe('not-found')
    for (const call of [executive, other.administrator]) {
      const answer = call.call.objectives.get.query({ id: randomUUID() })
      expect(await refusal(answer)).toBe('not-found')
    }
    expect(await refusal(other.administrator.call.objectives.get.query({ id }))).toBe('not-found')
  })

  test('see one: as the results of its team are seen; amounts as their values are', async () => {
    const { aicha, jonas, rolf, claire, executive, colleague, teams } = house
    const id = await make(executive, { teamId: teams.export, title: 'Secret', measure: 'value', target: '100000' })
    const names = async (who: Someone) => (await who.call.objectives.list.query({})).objectives.some((one) => one.id === id)
    expect(await Promise.all([aicha, jonas].map(names))).toEqual([true, true])
    await verified({ objectiveId: id, value: { amount: '45678.90', currency: 'EUR', decimalMark: '.' } })
    const progress = async (who: Someone) => (await who.call.objectives.get.query({ id })).objective.progress
    expect(await progress(claire)).toMatchObject({ target: '10000000', reached: '4567890', reachedBp: 4567, outcomes: 1 })
    expect(await progress(jonas)).toMatchObject({ target: null, reached: null, expected: null, reachedBp: 4500, outcomes: 1 })
    const page = await jonas.call.objectives.get.query({ id })
    expect([page.line, page.teams]).toEqual([null, null])
    await settings({ verifiedVisibility: 'reach' })
    // Claire's people and she herself; not the team beside it, its manager, nor the team above.
    expect(await Promise.all([aicha, claire, executive, jonas, rolf, colleague].map(names))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ])
    expect(await refusal(jonas.call.objectives.get.query({ id }))).toBe('not-found')
    const draft = house.draft({ objectiveId: id, channels: [], evidence: [] })
    expect(await refusal(jonas.call.outcomes.log.mutate({ outcome: draft, version: null }))).toBe('not-found')
    await settings({ verifiedVisibility: 'everyone' })
  })
})

test('what changed meanwhile is not overwritten; the same sent twice is one; circles are refused; put away and brought back', async () => {
  const { executive } = house
  const [top, middle] = [await make(executive, { title: 'Top' }), randomUUID()]
  const input = objective({ id: middle, parentId: top, title: 'Middle' })
  expect(await executive.call.objectives.save.mutate(input)).toEqual({ id: middle, version: 1 })
  expect(await executive.call.objectives.save.mutate(input)).toEqual({ id: middle, version: 1 })
  expect(await executive.call.objectives.save.mutate({ ...input, version: 1, title: 'Middle, said better' })).toEqual({
    id: middle,
    version: 2,
  })
  expect(await refusal(executive.call.objectives.save.mutate({ ...input, version: 1, title: 'Too late' }))).toBe('conflict')
  const low = await make(executive, { parentId: middle, title: 'Low' })
  expect(await refusal(executive.call.objectives.save.mutate(objective({ id: top, version: 1, parentId: low })))).toBe('objective-cycle')
  expect((await executive.call.objectives.get.query({ id: low })).above.map(({ title }) => title)).toEqual(['Top', 'Middle, said better'])

  const shown = async () => (await executive.call.objectives.list.query({})).objectives.filter(({ id }) => [top, middle, low].includes(id))
  expect((await shown()).map(({ id, parentId }) => [id, parentId])).toEqual([
    [top, null],
    [middle, top],
    [low, middle],
  ])
  const away = await executive.call.objectives.archive.mutate({ id: middle, version: 2, isArchived: true })
  expect((await shown()).map(({ id, parentId }) => [id, parentId])).toEqual([
    [top, null],
    [low, top],
  ])
  expect(await refusal(house.aicha.call.outcomes.log.mutate({ outcome: house.draft({ objectiveId: middle }), version: null }))).toBe(
    'not-found',
  )
  await executive.call.objectives.archive.mutate({ ...away, isArchived: false })
  expect(await shown()).toHaveLength(3)
})

test('progress is the impact page’s, to the cent: of it and those below, in its days, of its types; taken back as the ledger is', async () => {
  const { executive, jonas, rolf, teams } = house
  const won = house.type('client-won')
  const parent = await make(executive, {
    title: 'A million',
    measure: 'value',
    target: '1000000',
    typeIds: [won],
    from: '2026-02-01',
    to: '2026-06-30',
  })
  const child = await make(executive, { title: 'Export', teamId: teams.export, parentId: parent, target: '4' })
  const value = (amount: string) => ({ amount, currency: 'EUR', decimalMark: '.' as const })
  await verified({ objectiveId: parent, occurredOn: '2026-02-01', value: value('1000.01') })
  await verified({ objectiveId: child, occurredOn: '2026-06-30', value: value('333.33') })
  await verified({ objectiveId: child, occurredOn: '2026-07-01', value: value('50000') }) // after its days: the child's alone
  await verified({ objectiveId: parent, occurredOn: '2026-03-01', typeId: house.type('deal-expanded'), value: value('7') }) // of another type
  await verified({ occurredOn: '2026-03-02', value: value('900') }) // serves none
  const shared = await verified({
    objectiveId: parent,
    occurredOn: '2026-04-10',
    value: value('0.05'),
    contributors: [
      { personId: house.aicha.personId, role: 'lead', weight: 1 },
      { personId: jonas.personId, role: 'support', weight: 2 },
    ],
  })
  const page = () => executive.call.objectives.get.query({ id: parent })
  const now = await page()
  expect(now.objective.progress).toMatchObject({ reached: '133339', outcomes: 3, standing: 'missed' })
  expect(now.servedBy.toSorted()).toEqual([parent, child].toSorted())
  expect(now.line?.map(({ day, reached }) => [day, reached])).toEqual([
    ['2026-02-01', '100001'],
    ['2026-04-10', '100006'],
    ['2026-06-30', '133339'],
  ])
  expect(now.teams?.reduce((sum, team) => sum + BigInt(team.reached), 0n)).toBe(133339n)
  const slice = { period: '2026-02-01..2026-06-30', objective: now.servedBy, type: [won] }
  const impact = await executive.call.impact.page.query(slice)
  expect([impact.headline.now.valueMinor, impact.headline.now.outcomes]).toEqual(['133339', 3])
  // The part of the page: up to its end, with the pace of that day; what is a part only has none.
  const target = async (who: Someone, more: object = {}) =>
    (await who.call.impact.page.query({ period: 'year:2026', ...more })).targets.find((one) => one.id === parent)
  expect(await target(executive)).toMatchObject({
    reached: '133339',
    outcomes: 3,
    target: '100000000',
    standing: 'missed',
    until: '2026-06-30',
  })
  expect(await target(executive, { period: 'quarter:2026-Q1' })).toMatchObject({
    reached: '100001',
    standing: 'behind',
    until: '2026-03-31',
  })
  expect(await target(executive, { type: [house.type('deal-expanded')] })).toMatchObject({ reached: '0', outcomes: 0, standing: null })
  expect(await target(rolf)).toMatchObject({ reached: '3', outcomes: 1, target: null, standing: null })
  const serving = (await executive.call.impact.page.query({ period: 'year:2026', by: 'objective' })).objectives
  expect(serving.find((row) => row.id === parent)).toMatchObject({ name: 'A million', outcomes: 3 })
  expect(serving.find((row) => row.id === null)?.outcomes).toBe(1)
  expect((await executive.call.objectives.get.query({ id: child })).objective.progress).toMatchObject({
    reached: '20000',
    target: '40000',
    outcomes: 2,
  })

  const found = await executive.call.outcomes.get.query({ id: shared })
  expect(found.objective).toEqual({ id: parent, title: 'A million' })
  await house.claire.call.review.reopen.mutate({ ids: [{ id: shared, version: found.version }], words: 'Counted twice' })
  expect((await page()).objective.progress).toMatchObject({ reached: '133334', outcomes: 2 })
  expect(await refusal(rolf.call.objectives.save.mutate(objective({ id: child, version: 1 })))).toBe('forbidden')
})

test('a verified result that serves another objective from now on is moved in the ledger, and its history says so', async () => {
  const { executive, claire } = house
  const [first, second] = [await make(executive, { title: 'First' }), await make(executive, { title: 'Second' })]
  const id = await verified({ objectiveId: first })
  const outcome = { ...house.draft({ id, channels: [], evidence: [] }), objectiveId: second }
  const { version } = await claire.call.outcomes.get.query({ id })
  const contributors = [{ personId: house.aicha.personId, role: 'lead' as const, weight: 1 }]
  await claire.call.review.amend.mutate({
    outcome: { ...outcome, contributors },
    version,
    words: 'Named wrongly',
    wereContributorsAsked: true,
  })
  const outcomes = async (one: string) => (await executive.call.objectives.get.query({ id: one })).objective.progress.outcomes
  expect([await outcomes(first), await outcomes(second)]).toEqual([0, 1])
  const { entries } = await claire.call.outcomes.history.query({ id })
  expect(entries.at(-1)?.changes).toEqual([
    {
      field: 'objective',
      before: { kind: 'objective', objective: { id: first, title: 'First' } },
      after: { kind: 'objective', objective: { id: second, title: 'Second' } },
    },
  ])
  const csv = await fetch(`${api.url}/api/o/${house.tenant.slug}/exports/outcomes.csv?objective=${second}`, {
    headers: { cookie: executive.cookie },
  })
  expect(await csv.text()).toContain(`${second},Second`)
})

test('what is proposed, and why; to whom nothing is said of it', async () => {
  const tenant = await makeHouse(api)
  const { executive, aicha, teams } = tenant
  const save = (over: Partial<Input>) =>
    executive.call.objectives.save.mutate(
      objective({ ownerId: executive.personId, from: addDays(today, -30), to: addDays(today, 30), ...over }),
    )
  const won = tenant.type('client-won')
  const company = await save({ typeIds: [won] })
  const sales = await save({ teamId: teams.sales, typeIds: [won] })
  await save({ teamId: teams.research, typeIds: [won] })
  const choices = (more: object) => aicha.call.objectives.choices.query(more)
  expect((await choices({ typeId: won })).proposed).toEqual({ id: sales.id, because: { type: true, team: 'above' } })
  expect((await choices({ typeId: won, personId: executive.personId })).proposed).toEqual({
    id: company.id,
    because: { type: true, team: 'none' },
  })
  expect((await choices({ typeId: tenant.type('hire-made') })).proposed).toBeNull()
  expect((await choices({ typeId: won, on: addDays(today, 31) })).proposed).toBeNull()
  const { choices: all } = await choices({ typeId: tenant.type('hire-made') })
  expect(all.map(({ counts }) => counts)).toEqual([false, false, false])
  const stranger = await makeSomeone(api, house.tenant, 'Stranger')
  expect(await refusal(choices({ personId: stranger.personId }))).toBe('not-found')
})
