import { randomUUID } from 'node:crypto'
import type { SharedWith } from '@oeuvre/domain/outcomes/views/schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import { eraseViews } from './commands/save-view.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
})
afterAll(() => api.stop())

const save = (who: Someone, sharedWith: SharedWith, over: { id?: string; name?: string; filter?: object } = {}) => {
  const view = {
    id: randomUUID(),
    screen: 'outcomes' as const,
    name: 'Mine of this spring',
    filter: { mine: true, q: 'pump' },
    ...over,
    sharedWith,
  }
  return who.call.views.save.mutate(view).then(() => view.id)
}
const views = async (who: Someone) => (await who.call.views.list.query({ screen: 'outcomes' })).views
const sees = async (who: Someone, id: string) => (await views(who)).some((view) => view.id === id)

test('a view is one’s own, or of the team and of those whom one manages, or everybody’s', async () => {
  const [mine, ours, all] = [await save(house.samuel, 'me'), await save(house.samuel, 'team'), await save(house.samuel, 'everyone')]
  const seers = async (id: string) =>
    (
      await Promise.all(
        [house.samuel, house.colleague, house.aicha, house.dora, house.rolf].map(async (who) => ((await sees(who, id)) ? who : [])),
      )
    ).flat()
  expect(await seers(mine)).toEqual([house.samuel])
  // Of his team, and below it; not who manages him, nor the team beside.
  expect(await seers(ours)).toEqual([house.samuel, house.colleague, house.aicha])
  expect(await seers(all)).toEqual([house.samuel, house.colleague, house.aicha, house.dora, house.rolf])
  const shared = (await views(house.rolf)).find((view) => view.id === all)
  expect(shared).toMatchObject({ owner: { name: 'Samuel' }, isOwn: false, address: { mine: '1', q: 'pump' }, isOutdated: false })
})

test('renamed, ordered, removed and brought back by its owner, and by nobody else', async () => {
  const [first, second] = [await save(house.jonas, 'everyone', { name: 'First' }), await save(house.jonas, 'me', { name: 'Second' })]
  await house.jonas.call.views.order.mutate({ ids: [second, first] })
  await save(house.jonas, 'everyone', { id: first, name: 'First of all', filter: { side: ['social'] } })
  const own = async () => (await views(house.jonas)).filter((view) => view.isOwn).map((view) => view.name)
  expect(await own()).toEqual(['Second', 'First of all'])
  expect(await refusal(save(house.rolf, 'everyone', { id: first }))).toBe('not-found')
  for (const change of ['remove', 'restore'] as const)
    expect(await refusal(house.rolf.call.views[change].mutate({ id: first }))).toBe('not-found')
  await house.jonas.call.views.remove.mutate({ id: first })
  expect(await own()).toEqual(['Second'])
  await house.jonas.call.views.restore.mutate({ id: first })
  expect(await own()).toEqual(['Second', 'First of all'])
  await house.jonas.call.views.remove.mutate({ id: first })
  const later = await contextOf(api, house.jonas, new Date(Date.now() + 11 * 60_000))
  expect(await eraseViews({ ...later, actor: { ...later.actor, kind: 'system' } })).toEqual({ erased: 1 })
  expect(await refusal(house.jonas.call.views.restore.mutate({ id: first }))).toBe('not-found')
})

test('what it names may be archived meanwhile; it says so', async () => {
  const type = house.type('hire-made')
  const id = await save(house.rolf, 'me', { filter: { type: [type] } })
  const isOutdated = async () => (await views(house.rolf)).find((view) => view.id === id)?.isOutdated
  expect(await isOutdated()).toBe(false)
  await house.tenant.administrator.call.vocabulary.archive.mutate({ kind: 'type', id: type, isArchived: true })
  expect(await isOutdated()).toBe(true)
})

test('a view of the impact page is kept beside those of the list, and says when its team is gone', async () => {
  const id = randomUUID()
  const filter = { period: 'last-quarter', team: house.teams.research, by: 'side' }
  await house.rolf.call.views.save.mutate({ id, screen: 'impact', name: 'For the board', filter, sharedWith: 'everyone' })
  const impact = async (who: Someone) => (await who.call.views.list.query({ screen: 'impact' })).views
  expect(await impact(house.dora)).toMatchObject([{ id, address: filter, isOwn: false, owner: { name: 'Rolf' }, isOutdated: false }])
  expect(await sees(house.dora, id)).toBe(false)
  const gone = { ...filter, team: randomUUID() }
  await house.rolf.call.views.save.mutate({ id, screen: 'impact', name: 'For the board', filter: gone, sharedWith: 'me' })
  expect(await impact(house.rolf)).toMatchObject([{ isOutdated: true }])
  expect(await impact(house.dora)).toEqual([])
})
