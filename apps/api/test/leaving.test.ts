import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePerson, makeSomeone, makeTeam, type Someone } from './factories.ts'
import { type Api, refusal, settled, startApi } from './harness.ts'
import { type House, makeHouse } from './outcome-factories.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
  house = await makeHouse(api)
})
afterAll(() => api.stop())

const people = () => house.tenant.administrator.call.people
const save = (who: Someone, over: Parameters<House['draft']>[0] = {}) =>
  who.call.outcomes.save.mutate({ outcome: house.draft({ evidence: [], ...over }), version: null })
const send = (who: Someone, over: Parameters<House['draft']>[0] = {}) =>
  who.call.outcomes.log.mutate({ outcome: house.draft({ evidence: [], ...over }), version: null })
async function leave(who: Someone) {
  await people().end.mutate({ id: who.personId, leftOn: '2026-06-01' })
  await settled(api)
}

describe('who leaves passes on what is open', () => {
  test('the manager edits, sends, withdraws and deletes it, and does not decide on it; the next one up does', async () => {
    const { claire, samuel } = house
    const leaver = await makeSomeone(api, house.tenant, 'Lea Leaver', { teamId: house.teams.export })
    const drafts = [await save(leaver), await save(leaver)]
    const sent = await send(leaver)
    const asked = await send(leaver)
    const [returned] = (
      await samuel.call.review.requestChanges.mutate({
        ids: [{ id: asked.id, version: asked.version }],
        words: 'When?',
        reasonId: house.reason('changes', 'date'),
      })
    ).outcomes
    const declined = await send(leaver)
    await samuel.call.review.decline.mutate({
      ids: [{ id: declined.id, version: 1 }],
      words: 'No.',
      reasonId: house.reason('decline', 'not-ours'),
    })
    await leave(leaver)

    const found = await claire.call.outcomes.list.query({ state: ['draft', 'changes-requested', 'submitted'], mine: true })
    expect(new Set(found.items.map((o) => o.id))).toEqual(new Set([...drafts, sent, asked].map((o) => o.id)))
    const [draft, other] = drafts.map((d) => found.items.find((o) => o.id === d.id)!)
    // The draft named nobody: it was its author's own result, and stays so.
    expect(draft!.contributors).toMatchObject([{ id: leaver.personId, role: 'lead', basisPoints: 10_000 }])
    expect(draft!.can).toMatchObject({ edit: true, submit: true, remove: true })
    await claire.call.outcomes.submit.mutate({ ids: [{ id: draft!.id, version: draft!.version }] })
    await claire.call.outcomes.removeDrafts.mutate({ ids: [{ id: other!.id, version: other!.version }] })
    const mine = found.items.find((o) => o.id === asked.id)!
    expect(mine.version).toBe(returned!.version + 1)
    await claire.call.outcomes.withdraw.mutate({ ids: [{ id: mine.id, version: mine.version }] })

    const page = await claire.call.outcomes.get.query({ id: sent.id })
    expect(page).toMatchObject({
      author: { id: claire.personId },
      can: { edit: true, withdraw: true, verify: false },
      whyNotMe: 'own-result',
      waitsFor: { deciders: [{ id: samuel.personId }] },
    })
    const ids = [{ id: sent.id, version: page.version }]
    expect(await refusal(claire.call.review.verify.mutate({ ids }))).toBe('own-result')
    expect((await samuel.call.review.verify.mutate({ ids })).outcomes).toMatchObject([{ state: 'verified' }])
    expect((await claire.call.outcomes.history.query({ id: sent.id })).entries).toMatchObject([
      { event: 'outcome.submitted', by: { name: 'Lea Leaver' }, passedOn: null },
      {
        event: 'outcome.passed-on',
        by: { name: 'Ada Admin' },
        passedOn: { from: { name: 'Lea Leaver' }, to: { name: 'Claire' } },
        changes: [],
      },
      { event: 'outcome.verified' },
    ])
    // What was decided stays its author's.
    expect((await samuel.call.outcomes.get.query({ id: declined.id })).author).toMatchObject({ name: 'Lea Leaver' })
  })

  test('what somebody else logged for them keeps its author and still has a decider', async () => {
    const leaver = await makeSomeone(api, house.tenant, 'Otto', { teamId: house.teams.export })
    const contributors = [{ personId: leaver.personId, role: 'lead' as const, weight: 1 }]
    const sent = await send(house.claire, { contributors })
    await leave(leaver)
    expect(await house.claire.call.outcomes.get.query({ id: sent.id })).toMatchObject({
      author: { id: house.claire.personId },
      waitsFor: { deciders: [{ id: house.samuel.personId }] },
    })
  })

  test('taken back within ten minutes, what nobody touched is theirs again', async () => {
    const { claire } = house
    const leaver = await makeSomeone(api, house.tenant, 'Uwe Undone', { teamId: house.teams.export })
    const [kept, touched] = [await send(leaver), await send(leaver)]
    await leave(leaver)
    const { version } = await claire.call.outcomes.get.query({ id: touched.id })
    await claire.call.outcomes.withdraw.mutate({ ids: [{ id: touched.id, version }] })
    expect(await people().return.mutate({ id: leaver.personId })).toEqual({ isUndone: true })
    await settled(api)
    expect((await claire.call.outcomes.get.query({ id: kept.id })).author).toMatchObject({ name: 'Uwe Undone' })
    expect((await claire.call.outcomes.get.query({ id: touched.id })).author).toMatchObject({ name: 'Claire' })
    expect((await claire.call.outcomes.history.query({ id: kept.id })).entries.map((e) => e.passedOn?.to?.name)).toEqual([
      undefined,
      'Claire',
      'Uwe Undone',
    ])
  })

  test('a manager without login is passed over; whoever leaves next hands on what they were handed', async () => {
    const { samuel, dora } = house
    const team = await makeTeam(api, house.tenant, 'Depot', house.teams.sales)
    await makePerson(api, house.tenant, 'Aaron Without', { manages: [team] })
    const chief = await makeSomeone(api, house.tenant, 'Chief', { teamId: team, manages: [team] })
    const leaver = await makeSomeone(api, house.tenant, 'Lou', { teamId: team })
    const sent = await send(leaver)
    const authorOf = async () => (await dora.call.outcomes.get.query({ id: sent.id })).author
    await leave(leaver)
    expect(await authorOf()).toMatchObject({ id: chief.personId })
    await leave(chief)
    expect(await authorOf()).toMatchObject({ id: samuel.personId })
    expect((await dora.call.outcomes.get.query({ id: sent.id })).waitsFor).toMatchObject({ deciders: [{ id: dora.personId }] })
  })

  test('without any manager it stays where it is, and reviewers find and decide it', async () => {
    const own = await makeHouse(api)
    const team = await makeTeam(api, own.tenant, 'Alone')
    const leaver = await makeSomeone(api, own.tenant, 'Solo', { teamId: team })
    const sent = await leaver.call.outcomes.log.mutate({ outcome: own.draft({ id: randomUUID(), evidence: [] }), version: null })
    expect(await own.tenant.administrator.call.people.end.mutate({ id: leaver.personId, leftOn: '2026-06-01' })).toEqual({
      managerId: null,
    })
    await settled(api)
    const queue = await own.reviewer.call.review.queue.query({})
    expect(queue.items).toMatchObject([{ outcome: { id: sent.id, version: 1 }, waitsFor: { deciders: [{ name: 'Rene' }] } }])
    expect((await own.reviewer.call.outcomes.list.query({})).items.map((o) => o.id)).toEqual([sent.id])
    await own.reviewer.call.review.verify.mutate({ ids: [{ id: sent.id, version: 1 }] })
  })
})
