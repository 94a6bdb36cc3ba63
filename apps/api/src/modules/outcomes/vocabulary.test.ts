import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTenant, type Tenant } from '../../../test/factories.ts'
import { type Api, refusals, startApi } from '../../../test/harness.ts'

let api: Api
let t: Tenant
beforeAll(async () => {
  api = await startApi()
  t = await makeTenant(api)
})
afterAll(() => api.stop())
const vocabulary = () => t.administrator.call.outcomes.vocabulary.query()
const call = () => t.administrator.call.vocabulary

test('types are data: added, renamed, given their own name back, put in order, archived and restored', async () => {
  const id = randomUUID()
  const type = { id, name: 'Award won', valueKind: 'none', pigment: 3 } as const
  await call().saveType.mutate(type)
  await call().saveType.mutate({ ...type, valueKind: 'realised' }) // nothing has it yet
  const [first] = (await vocabulary()).types
  await call().saveType.mutate({ id: first!.id, name: 'Gagné !', valueKind: first!.valueKind, pigment: first!.pigment })
  await call().order.mutate({ kind: 'type', ids: [id] })
  const { types } = await vocabulary()
  expect(types.slice(0, 2)).toMatchObject([
    { id, code: null, name: 'Award won', valueKind: 'realised', position: 0 },
    { id: first!.id, code: 'client-won', name: 'Gagné !', position: 1 },
  ])
  expect(types).toHaveLength(11)
  await call().saveType.mutate({ id: first!.id, name: null, valueKind: first!.valueKind, pigment: first!.pigment })
  await call().archive.mutate({ kind: 'type', id, isArchived: true })
  expect((await vocabulary()).types.slice(0, 2)).toMatchObject([{ isArchived: true }, { name: null, isArchived: false }])
  await call().saveType.mutate({ ...type, id: randomUUID(), name: 'award WON' })
  expect(await refusals(call().archive.mutate({ kind: 'type', id, isArchived: false }))).toMatchObject([{ code: 'name-taken' }])
})

test('what is refused', async () => {
  const channel = { id: randomUUID(), name: 'Trade fair', kind: 'conventional' } as const
  await call().saveChannel.mutate(channel)
  expect(await refusals(call().saveChannel.mutate({ ...channel, id: randomUUID(), name: 'trade  fair' }))).toEqual([
    { code: 'name-taken', field: 'name' },
  ])
  expect(await refusals(call().saveChannel.mutate({ ...channel, id: randomUUID(), name: null }))).toEqual([
    { code: 'required', field: 'name' },
  ])
  expect(await refusals(call().saveSkill.mutate({ id: randomUUID(), name: ' ' }))).toMatchObject([{ code: 'required', field: 'name' }])
  const linkedin = (await vocabulary()).channels.find((c) => c.code === 'linkedin')
  expect(await refusals(call().saveChannel.mutate({ id: linkedin!.id, name: null, kind: 'conventional' }))).toEqual([
    { code: 'word-in-use', field: 'kind' },
  ])
})

test('reasons of the two lists: built in, added, put in order; the last one of a list stays', async () => {
  const id = randomUUID()
  await call().saveReason.mutate({ id, name: 'Counted by the parent company', kind: 'decline' })
  await call().order.mutate({ kind: 'decline', ids: [id] })
  const of = async (kind: 'decline' | 'changes') => (await vocabulary()).reasons.filter((r) => r.kind === kind)
  expect((await of('decline')).map((r) => r.code ?? r.name)).toEqual([
    'Counted by the parent company',
    'duplicate',
    'not-a-result',
    'not-ours',
    'no-evidence',
    'wrong-period',
    'other',
  ])
  expect((await of('changes')).map((r) => [r.code, r.position])).toEqual([
    ['value', 0],
    ['evidence', 1],
    ['contributors', 2],
    ['story', 3],
    ['date', 4],
    ['other', 5],
  ])
  expect(await refusals(call().archive.mutate({ kind: 'changes', id, isArchived: true }))).toMatchObject([{ code: 'not-found' }])
  const [kept, ...rest] = await of('changes')
  for (const reason of rest) await call().archive.mutate({ kind: 'changes', id: reason.id, isArchived: true })
  expect(await refusals(call().archive.mutate({ kind: 'changes', id: kept!.id, isArchived: true }))).toMatchObject([
    { code: 'last-reason' },
  ])
})
