import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, makePerson, makeTenant, type Tenant } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { mutate } from '../../platform/mutate.ts'
import type { Writing } from '../../platform/writing.ts'
import { addManagers } from './commands/add-managers.sql.ts'
import { undoPersons, undoTeams } from './commands/undo-people.sql.ts'
import { type PersonInput, upsertPersons } from './commands/upsert-persons.sql.ts'
import { upsertTeams } from './commands/upsert-teams.sql.ts'

let api: Api
let t: Tenant
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const writing = async <T>(fn: (w: Writing) => Promise<T>): Promise<T> => {
  const ctx = await contextOf(api, t.administrator)
  return mutate(ctx, (tx, emit, tools) => fn({ ctx, tx, emit, tools }))
}
const person = (name: string, over: Partial<PersonInput> = {}): PersonInput => ({ externalId: null, name, email: null, ...over })
const upsert = (...rows: PersonInput[]) => writing((w) => upsertPersons(w, rows))
const kinds = async (...rows: PersonInput[]) => (await upsert(...rows)).map((r) => r.kind)
const teams = (...paths: string[][]) =>
  writing((w) =>
    upsertTeams(
      w,
      paths.map((path) => ({ path })),
    ),
  )

describe('teams of a file', () => {
  test('are made once, parents first, and found again whatever the spelling', async () => {
    t = await makeTenant(api)
    const first = await teams(['Europe', 'Export'], ['Europe', 'Service'], ['Europe', 'Export'])
    expect(first.created).toHaveLength(3)
    expect(first.results.map((r) => r.kind === 'team' && r.isNew)).toEqual([true, true, false])
    const again = await teams(['EUROPE', 'éxport'])
    expect(again.created).toEqual([])
    expect(again.results[0]).toMatchObject({ id: first.results[0]?.kind === 'team' && first.results[0].id })
    const tree = await t.administrator.call.people.teams.query({})
    expect(tree.map((x) => x.name)).toEqual(['Europe', 'Export', 'Service'])
  })
  test('a single name finds the one team so called; two of that name are asked about; below different parents they are two', async () => {
    expect((await teams(['Export'])).created).toEqual([])
    expect((await teams(['Asia', 'Export'])).created).toHaveLength(2)
    expect((await teams(['Export'])).results[0]).toMatchObject({
      kind: 'ambiguous',
      candidateIds: [expect.any(String), expect.any(String)],
    })
  })
  test('an undo removes those that nobody uses, and says which stay', async () => {
    t = await makeTenant(api)
    const made = await teams(['North', 'Oslo'], ['North', 'Bergen'])
    const oslo = made.results[0]
    await makePerson(api, t, 'Somebody', { teamId: oslo?.kind === 'team' ? oslo.id : '' })
    const results = [...(await writing((w) => undoTeams(w, made.created))).values()]
    expect(results).toEqual(['kept', 'kept', 'removed'])
  })
})

describe('people of a file', () => {
  test('are known by external id, else e-mail, else name, where nothing contradicts', async () => {
    t = await makeTenant(api)
    expect(await kinds(person('Ana Sá', { externalId: 'V-1', email: 'ana@x.example' }), person('Bo'))).toEqual(['added', 'added'])
    expect(await kinds(person('Ana Sá', { externalId: 'V-1', email: 'ana@x.example' }), person('bo'))).toEqual(['unchanged', 'unchanged'])
    expect(await kinds(person('Ana Sá Lima', { externalId: 'V-1' }))).toEqual(['updated'])
    expect(await kinds(person('Ana Sa Lima', { email: 'ana@x.example', title: 'Buyer' }))).toEqual(['updated'])
    // Another id is another person, even of the same name; an address leads to one.
    expect(await kinds(person('Ana Sá Lima', { externalId: 'V-2' }))).toEqual(['added'])
    expect(await kinds(person('Cy', { externalId: 'V-3', email: 'ana@x.example' }))).toEqual(['email-taken'])
    expect(await kinds(person('Ana Sa Lima'))).toEqual(['ambiguous'])
    const { items } = await t.administrator.call.people.list.query({ q: 'lima ana' })
    expect(items.map((p) => [p.name, p.title, p.administration?.externalId])).toEqual([
      ['Ana Sá Lima', 'Buyer', 'V-1'],
      ['Ana Sá Lima', null, 'V-2'],
    ])
  })
  test('two rows of one person are one person', async () => {
    t = await makeTenant(api)
    const [one, two, three] = await upsert(
      person('Eve', { externalId: 'E' }),
      person('Eve', { externalId: 'E', title: 'Lead' }),
      person('Flo'),
    )
    expect(one).toEqual(two)
    expect(three?.kind).toBe('added')
    expect(await kinds(person('Eve', { externalId: 'E', title: 'Lead' }))).toEqual(['unchanged'])
  })
  test('a first team is since ever, a change is from today; an undo restores what was, and removes whom nobody touched', async () => {
    t = await makeTenant(api)
    const { results, created } = await teams(['A'], ['B'])
    const [a, b] = results.map((r) => (r.kind === 'team' ? r.id : ''))
    const first = await upsert(person('Gil', { team: { id: a!, from: null } }), person('Hal', { team: { id: a!, from: null } }))
    const [gil, hal] = first.map((r) => (r.kind === 'added' ? r.id : ''))
    const moved = await upsert(person('Gil', { team: { id: b!, from: null } }), person('Ida'))
    const record = await t.administrator.call.people.record.query({ id: gil! })
    const today = record.memberships[0]?.from
    expect(record.memberships).toEqual([
      { team: { id: b, name: 'B' }, from: today, to: null },
      { team: { id: a, name: 'A' }, from: null, to: today },
    ])
    await t.administrator.call.people.edit.mutate({ id: hal!, version: 1, name: 'Hal Touched' })
    const undo = await writing((w) =>
      undoPersons(w, [
        ...moved.flatMap((r) =>
          r.kind === 'updated' || r.kind === 'added'
            ? [{ id: r.id, version: r.version, before: r.kind === 'updated' ? r.before : null }]
            : [],
        ),
        { id: hal!, version: 1, before: null },
      ]),
    )
    expect([...undo.values()]).toEqual(['restored', 'removed', 'kept'])
    expect((await t.administrator.call.people.record.query({ id: gil! })).memberships).toEqual([
      { team: { id: a, name: 'A' }, from: null, to: null },
    ])
    expect([...(await writing((w) => undoTeams(w, created))).values()]).toEqual(['kept', 'removed'])
  })
  test('managers are added, never taken away, and told apart from those who were there', async () => {
    t = await makeTenant(api)
    const team = (await teams(['A'])).results[0]
    const teamId = team?.kind === 'team' ? team.id : ''
    const [one, two] = (await upsert(person('One'), person('Two'))).map((r) => ('id' in r ? r.id : ''))
    expect(await writing((w) => addManagers(w, [{ teamId, personId: one! }]))).toHaveLength(1)
    const added = await writing((w) =>
      addManagers(w, [
        { teamId, personId: one! },
        { teamId, personId: two! },
        { teamId, personId: two! },
      ]),
    )
    expect(added).toEqual([{ teamId, personId: two }])
  })
})
