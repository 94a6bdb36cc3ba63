import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
})
afterAll(() => api.stop())

const text = (version: { values: { field: string; value: unknown }[] }, field: string) =>
  version.values.find((one) => one.field === field)?.value

test('a version is read as it was and brought back; so is what that replaced', async () => {
  const { aicha, samuel, colleague, claire } = house
  const outcome = house.draft()
  await aicha.call.outcomes.log.mutate({ outcome, version: null })
  const [link] = outcome.evidence ?? []
  const worse = { ...outcome, title: 'Bushings', evidence: [], value: { amount: '1', currency: 'EUR' } }
  await aicha.call.outcomes.save.mutate({ outcome: worse, version: 1 })

  const first = await aicha.call.outcomes.version.query({ id: outcome.id, version: 1 })
  expect(first.by?.id).toBe(aicha.personId)
  expect(text(first, 'title')).toEqual({ kind: 'text', text: 'Bronze bushings' })
  expect(text(first, 'skill')).toBeUndefined()
  expect(first.draft).toMatchObject({ title: 'Bronze bushings', value: { minor: '6400050' }, evidence: [{ id: link?.id, url: link?.url }] })
  // Somebody who decides reads it, and has nothing to bring back while it waits.
  expect((await samuel.call.outcomes.version.query({ id: outcome.id, version: 1 })).draft).toBeNull()
  expect(await refusal(colleague.call.outcomes.version.query({ id: outcome.id, version: 1 }))).toBe('not-found')
  expect(await refusal(aicha.call.outcomes.version.query({ id: outcome.id, version: 9 }))).toBe('not-found')

  await aicha.call.outcomes.save.mutate({ outcome, version: 2, restores: 1 })
  const { entries } = await aicha.call.outcomes.history.query({ id: outcome.id })
  expect(entries.map(({ version, restored }) => [version, restored])).toEqual([
    [1, null],
    [2, null],
    [3, 1],
  ])
  expect((await aicha.call.outcomes.get.query({ id: outcome.id })).evidence?.map(({ id }) => id)).toEqual([link?.id])
  expect((await aicha.call.outcomes.version.query({ id: outcome.id, version: 3 })).draft).toBeNull()
  expect(text(await aicha.call.outcomes.version.query({ id: outcome.id, version: 2 }), 'title')).toEqual({ kind: 'text', text: 'Bushings' })

  // Verified: the story by those who made it, the figures by a decider with words; the link of an account stays its author's.
  await claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version: 3 }] })
  const told = { id: outcome.id, version: 4, title: 'Bushings', story: { situation: '', action: '', result: '' }, evidence: [] }
  await aicha.call.outcomes.tellStory.mutate({ ...told, restores: 2 })
  const decider = await claire.call.outcomes.version.query({ id: outcome.id, version: 1 })
  expect(decider.draft).toMatchObject({ title: 'Bronze bushings', evidence: [] })
  const amendment = {
    outcome: { ...outcome, title: 'Bushings', evidence: [] },
    words: 'As first said',
    wereContributorsAsked: true as const,
  }
  await claire.call.review.amend.mutate({ ...amendment, outcome: { ...amendment.outcome, value: worse.value }, version: 5, restores: 2 })
  const after = await aicha.call.outcomes.history.query({ id: outcome.id })
  expect(after.entries.slice(-2).map(({ event, restored }) => [event, restored])).toEqual([
    ['outcome.story-told', 2],
    ['outcome.amended', 2],
  ])
})
