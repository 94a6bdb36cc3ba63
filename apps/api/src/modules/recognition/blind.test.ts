import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, startApi } from '../../../test/harness.ts'
import { cast, makeWorld, planOf, presenceOf, unnamed, type View } from '../../../test/recognition-worlds.ts'

let api: Api
const clock = { now: Date.now() }
beforeAll(async () => {
  api = await startApi({}, () => new Date(clock.now))
})
afterAll(() => api.stop())

/** All that recognition shows, to somebody recognised, a colleague, their manager, and those who lead. */
const views: readonly View[] = [
  async ({ house, stories, member }) => {
    const readers = [house.aicha, house.jonas, house.dora, house.executive]
    return Promise.all(
      readers.map(async ({ call }) => ({
        ofStories: await Promise.all(stories.map((outcomeId) => call.kudos.list.query({ outcomeId }))),
        ofPeople: await Promise.all(cast.map((one) => call.kudos.ofPerson.query({ personId: member(one).personId }))),
        awards: await Promise.all(cast.map((one) => call.awards.list.query({ personId: member(one).personId }))),
        awardsOfStories: await Promise.all(stories.map((outcomeId) => call.awards.list.query({ outcomeId }))),
        awardsOfTeam: await call.awards.list.query({ teamId: house.teams.export }),
      })),
    )
  },
  // What is taken along, by its owner and by somebody with whom it is shared.
  async ({ house }) =>
    Promise.all([house.aicha, house.colleague].map(({ call }) => call.portfolio.get.query({ personId: house.aicha.personId }))),
  // What whoever chooses for the stage is shown, and what may be chosen.
  async ({ house, stories }) =>
    Promise.all(
      [house.dora, house.executive].map(async ({ call }) => ({
        fairness: await call.stage.fairness.query(),
        mayChoose: await Promise.all(stories.map((outcomeId) => call.stage.ofOutcome.query({ outcomeId }))),
      })),
    ),
  // What is proposed to whoever recognises, and asked of them.
  async ({ house, stories }) =>
    Promise.all(
      [
        { personId: house.aicha.personId, teamId: null },
        { personId: house.jonas.personId, teamId: null },
        { personId: null, teamId: house.teams.export },
      ].map(async (whom) => ({
        choices: await house.dora.call.awards.choices.query(whom),
        questions: await house.dora.call.awards.questions.query({ ...whom, outcomeIds: stories.slice(0, 3) }),
      })),
    ),
  // How fairly it goes, whom one could thank, and the stage itself.
  async ({ house }) =>
    Promise.all(
      [house.dora, house.rolf, house.executive].map(async ({ call }) => ({
        equity: await call.equity.get.query({ months: 36 }),
        fairness: await call.stage.fairness.query(),
        front: await call.stage.front.query(),
        archive: await call.stage.list.query({}),
      })),
    ),
]

test('channel-blind, presence-blind: worlds that differ in channels, accounts, followers and logins alone are the same to recognition', async () => {
  await fc.assert(
    fc.asyncProperty(planOf, presenceOf, presenceOf, async (plan, one, other) => {
      const worlds = [await makeWorld(api, clock, plan, one), await makeWorld(api, clock, plan, other)]
      const seen = await Promise.all(worlds.map((world) => Promise.all(views.map(async (view) => unnamed(world, await view(world))))))
      expect(seen[1]).toEqual(seen[0])
      // Else it would hold of a world in which nothing is shown.
      for (const words of ['You drew the shaft again.', 'We had no drawing.']) expect(JSON.stringify(seen[0])).toContain(words)
    }),
    { numRuns: 2, endOnFailure: true },
  )
})
