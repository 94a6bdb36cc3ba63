import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, refusals, settled, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { getEquity } from '../equity/queries/get-equity.ts'
import { takeBackAward } from './commands/revoke-award.ts'

let api: Api
let house: House
const clock = { now: Date.now() }
const minutes = 60_000
beforeAll(async () => {
  api = await startApi({ hasJobs: true }, () => new Date(clock.now))
  house = await makeHouse(api)
})
afterAll(() => api.stop())

/** Aicha's, with Jonas behind the scenes. */
async function verified(over: Partial<Parameters<House['draft']>[0]> = {}): Promise<string> {
  const contributors = [
    { personId: house.aicha.personId, role: 'lead' as const, weight: 3 },
    { personId: house.jonas.personId, role: 'shadow' as const, weight: 0 },
  ]
  const outcome = house.draft({ contributors, subject: `Client ${randomUUID()}`, ...over })
  const { version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
  await house.dora.call.review.verify.mutate({ ids: [{ id: outcome.id, version }] })
  return outcome.id
}
const reason = 'You found the drawing that nobody was looking for.'
type Whom = { readonly person?: Someone; readonly team?: string }
async function give(
  who: Someone,
  { person, team }: Whom,
  outcomeIds: string[],
  over: { reason?: string; id?: string } = {},
): Promise<string> {
  const input = { id: randomUUID(), personId: person?.personId ?? null, teamId: team ?? null, outcomeIds, reason, ...over }
  return (await who.call.awards.give.mutate(input)).id
}
const ofStory = async (who: Someone, outcomeId: string) => (await who.call.awards.list.query({ outcomeId })).awards
const ofPerson = async (who: Someone, whom: Someone) =>
  (await who.call.awards.list.query({ personId: whom.personId })).awards.map((one) => one.id)
async function reopen(id: string): Promise<void> {
  const { version } = await house.dora.call.outcomes.get.query({ id })
  await house.dora.call.review.reopen.mutate({ ids: [{ id, version }], words: 'A figure was wrong.' })
}
const told = async (who: Someone, topic: string) =>
  (await who.call.notifications.list.query({})).items.filter((n) => n.topic === topic).map((n) => n.outcome?.id ?? null)
async function later(): Promise<void> {
  await settled(api)
  await api.db.pool.query(`UPDATE pgboss.job SET start_after = now() WHERE name = 'tell' AND state = 'created'`)
  await settled(api)
}

test('given by whoever leads them, for verified results of theirs, with a reason: never to oneself, for one’s own, or out of reach', async () => {
  const { aicha, claire, dora, rolf, samuel, colleague, teams } = house
  const story = await verified()
  expect(await refusal(give(aicha, { person: claire }, [story]))).toBe('forbidden')
  expect(await refusal(give(rolf, { person: aicha }, [story]))).toBe('forbidden')
  expect(await refusal(give(dora, { person: dora }, [story]))).toBe('award-own')
  expect(await refusal(give(samuel, { person: colleague }, [story]))).toBe('award-not-of-result')
  expect(await refusals(give(rolf, { person: house.jonas }, [story], { reason: 'Bravo, merci beaucoup !' }))).toEqual([
    { code: 'thanks-need-words', field: 'reason', params: { min: 3 } },
  ])
  const shared = await verified({
    contributors: [
      { personId: aicha.personId, role: 'lead', weight: 1 },
      { personId: claire.personId, role: 'coach', weight: 0 },
    ],
  })
  expect(await refusal(give(claire, { person: aicha }, [shared]))).toBe('award-own-result')
  expect((await claire.call.awards.choices.query({ personId: aicha.personId, teamId: null })).results.map((one) => one.id)).not.toContain(
    shared,
  )
  const waiting = house.draft()
  await aicha.call.outcomes.log.mutate({ outcome: waiting, version: null })
  expect(await refusal(give(claire, { person: aicha }, [waiting.id]))).toBe('award-not-verified')
  expect(await refusal(give(claire, { team: teams.research }, [story]))).toBe('forbidden')
  const id = await give(claire, { person: aicha }, [story])
  expect(await give(claire, { person: aicha }, [story], { id })).toBe(id)
  expect(await refusal(give(dora, { person: aicha }, [story], { id }))).toBe('conflict')
})

test('whoever is recognised is told first: nobody else sees it before they have, or have had a day', async () => {
  const { aicha, claire, dora, executive, jonas } = house
  const story = await verified()
  const id = await give(claire, { person: aicha }, [story])
  const sees = async (who: Someone) => (await ofStory(who, story)).some((one) => one.id === id)
  // Undo has not lapsed: it is its giver's alone, and marking it before is not seeing it.
  expect([await sees(claire), await sees(aicha), await sees(dora)]).toEqual([true, false, false])
  expect(await aicha.call.awards.seen.mutate({ ids: [id] })).toEqual({ ids: [] })
  await later()
  clock.now += 11 * minutes
  expect(await told(aicha, 'awarded')).toHaveLength(2) // and the one of the test before
  expect([await sees(aicha), await sees(dora), await sees(executive)]).toEqual([true, false, false])
  await aicha.call.awards.seen.mutate({ ids: [id] })
  expect([await sees(dora), await sees(executive), await sees(jonas)]).toEqual([true, true, true])
  // On their page it is what they share, but for those who lead them.
  expect([(await ofPerson(executive, aicha)).includes(id), (await ofPerson(dora, aicha)).includes(id)]).toEqual([false, true])
  await aicha.call.awards.hide.mutate({ id, isHidden: true })
  expect([await sees(executive), await sees(aicha)]).toEqual([false, true])
  expect(await refusal(jonas.call.awards.hide.mutate({ id, isHidden: true }))).toBe('not-found')

  const unseen = await give(claire, { team: house.teams.export }, [story])
  clock.now += 25 * 60 * minutes
  expect((await ofStory(executive, story)).map((one) => one.id)).toEqual([unseen])
})

test('a result that falls puts it under review with a trace, and its giver is told; revoked, it keeps its reason; taken back, nothing was', async () => {
  const { aicha, claire, dora, executive, jonas } = house
  const story = await verified()
  const id = await give(claire, { person: aicha }, [story])
  clock.now += 26 * 60 * minutes
  expect((await ofStory(executive, story)).map((one) => one.id)).toContain(id)
  await reopen(story)
  await settled(api)
  expect(await told(claire, 'award-questioned')).toEqual([story])
  const [mine] = (await aicha.call.awards.list.query({ personId: aicha.personId })).awards.filter((one) => one.id === id)
  expect(mine).toMatchObject({ isUnderReview: true, trace: [{ what: 'reopened' }], results: [{ id: story, stands: false }] })
  expect((await jonas.call.awards.list.query({ personId: aicha.personId })).awards.map((one) => one.id)).not.toContain(id)
  expect(await refusal(aicha.call.awards.revoke.mutate({ id, reason: 'No' }))).toBe('forbidden')
  await dora.call.awards.revoke.mutate({ id, reason: 'The result does not stand.' })
  const [after] = (await aicha.call.awards.list.query({ personId: aicha.personId })).awards.filter((one) => one.id === id)
  expect(after?.revoked).toMatchObject({ by: { name: 'Dora' }, reason: 'The result does not stand.' })
  expect(await refusal(claire.call.awards.revoke.mutate({ id, reason: 'Again' }))).toBe('conflict')

  const fresh = await verified()
  const undone = await give(claire, { person: aicha }, [fresh])
  await claire.call.awards.takeBack.mutate({ id: undone })
  await later()
  clock.now += 30 * 60 * minutes
  for (const who of [aicha, dora, executive, claire]) expect((await ofStory(who, fresh)).map((one) => one.id)).toEqual([])
  const late = await give(claire, { person: aicha }, [fresh])
  const after10 = { ...(await contextOf(api, claire)), now: new Date(clock.now + 11 * minutes) }
  await expect(takeBackAward(after10, { id: late })).rejects.toMatchObject({ code: 'undo-lapsed' })
})

/** All that recognition computes, proposes and sorts, but for the words themselves: of those who may play, to those who decide. */
async function gained() {
  const { aicha, jonas, claire, dora, rolf, executive, teams } = house
  const equity = async (who: Someone) => {
    const { actor } = await contextOf(api, who)
    return getEquity({ db: api.db, actor: { ...actor, settings: { ...actor.settings, smallestGroup: 1 } } }, { months: 36 })
  }
  const choosers = [dora, rolf, executive]
  return {
    choices: await Promise.all([aicha, jonas].map((one) => dora.call.awards.choices.query({ personId: one.personId, teamId: null }))),
    awards: await Promise.all([aicha, jonas].map((one) => one.call.awards.list.query({ personId: one.personId }))),
    ofTeam: await claire.call.awards.list.query({ teamId: teams.export }),
    equity: await Promise.all(choosers.map(equity)),
    fairness: await Promise.all(choosers.map(({ call }) => call.stage.fairness.query())),
    impact: (await executive.call.impact.page.query({ period: `year:${new Date(clock.now).getUTCFullYear()}` })).headline,
  }
}

test('what can be seen of a game is a question to whoever gives it, and to nobody else', async () => {
  const { aicha, jonas, claire, colleague } = house
  const day = (ago: number) => new Date(clock.now - ago * 86_400_000).toISOString().slice(0, 10)
  const parts = [
    await verified({ subject: 'Harbour Ltd', occurredOn: day(10) }),
    await verified({ subject: 'HARBOUR  ltd', occurredOn: day(3) }),
  ]
  const old = await verified({ occurredOn: day(500) })
  const thank = async (letters: string) => {
    for (const letter of letters) {
      const at = 'abcdefgh'.indexOf(letter)
      const [from, to] = at % 2 === 0 ? [aicha, jonas] : [jonas, aicha]
      await from.call.kudos.give.mutate({
        ...{ id: randomUUID(), outcomeId: old, personIds: [to.personId], isPrivate: at > 5 },
        text: `Sentence number ${letter} about your shaft drawing.`,
      })
    }
  }
  await thank('ab')
  const once = await gained()
  await thank('cdefgh')
  expect(await gained()).toEqual(once)
  const asked = { personId: aicha.personId, teamId: null, outcomeIds: [parts[0] ?? '', old] }
  const { questions } = await claire.call.awards.questions.query(asked)
  expect(questions.map((one) => one.kind)).toEqual(['same-client', 'old', 'mutual'])
  expect(questions[0]).toMatchObject({ results: [...parts].sort().map((id) => ({ id })) })
  // Private ones are of two: they enter no question.
  expect(questions[2]).toMatchObject({ times: 6 })
  expect(await refusal(colleague.call.awards.questions.query(asked))).toBe('forbidden')
  expect(await refusal(house.rolf.call.awards.questions.query(asked))).toBe('forbidden')
})

test('a trend of one’s own is off, on, or ruled out for good', async () => {
  const { administrator } = house.tenant
  const save = (ownTrend: 'off' | 'on' | 'ruled-out') => administrator.call.recognition.saveSettings.mutate({ ownTrend })
  expect(await administrator.call.recognition.settings.query()).toEqual({ ownTrend: 'off' })
  await save('on')
  await save('ruled-out')
  expect(await refusal(save('on'))).toBe('ruled-out')
  await expect(
    write(api.db, house.tenant.organizationId, (tx) => tx.run(sql`UPDATE recognition_setting SET own_trend = 'on'`)),
  ).rejects.toThrow('ruled out')
})
