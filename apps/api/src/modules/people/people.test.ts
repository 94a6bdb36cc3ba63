import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, makePerson, makeSomeone, makeTeam, makeTenant, type Someone, type Tenant } from '../../../test/factories.ts'
import { type Api, refusal, refusals, startApi } from '../../../test/harness.ts'
import { returnPerson } from './commands/return-person.ts'

let api: Api
let t: Tenant
let admin: Someone
beforeAll(async () => {
  api = await startApi()
  t = await makeTenant(api)
  admin = t.administrator
})
afterAll(() => api.stop())
const people = () => admin.call.people
const events = (id: string) =>
  read(api.db, t.organizationId, (tx) =>
    tx.rows<{ type: string; payload: unknown }>(sql`SELECT type, payload FROM event WHERE subject_id = ${id}::uuid ORDER BY id`),
  )

async function createdPerson(name: string, team: { teamId: string; from: string | null } | null = null): Promise<string> {
  const id = randomUUID()
  await people().create.mutate({ id, name, team })
  return id
}

describe('a person', () => {
  test('is created once, however often it is sent; what is empty is not stated', async () => {
    const id = randomUUID()
    const input = { id, name: ' Zoé  Müller ', email: ' Zoe@X.example ', title: '', joinedOn: '2020-02-01' }
    for (let i = 0; i < 2; i++) expect(await people().create.mutate(input)).toEqual({ id })
    expect(await people().record.query({ id })).toMatchObject({
      name: ' Zoé  Müller ',
      email: 'zoe@x.example',
      title: null,
      joinedOn: '2020-02-01',
      version: 1,
      access: 'none',
    })
    expect((await events(id)).map((e) => e.type)).toEqual(['person.created'])
  })
  test('what is refused stands beside its field', async () => {
    const id = randomUUID()
    expect(await refusals(people().create.mutate({ id, name: ' ', email: 'nobody', joinedOn: '2020-02-30' }))).toEqual([
      { code: 'required', field: 'name' },
      { code: 'email-invalid', field: 'email' },
      { code: 'date-invalid', field: 'joinedOn' },
    ])
    await people().create.mutate({ id, name: 'One', email: 'one@x.example', externalId: 'K1' })
    expect(await refusals(people().create.mutate({ id: randomUUID(), name: 'Two', email: 'ONE@x.example', externalId: 'K1' }))).toEqual([
      { code: 'email-taken', field: 'email' },
      { code: 'external-id-taken', field: 'externalId' },
    ])
  })
  test('an edit over an older reading is a conflict, and changes nothing', async () => {
    const id = await createdPerson('Ed')
    expect(await people().edit.mutate({ id, version: 1, name: 'Edd', site: 'Lyon' })).toEqual({ version: 2 })
    expect(await refusal(people().edit.mutate({ id, version: 1, name: 'Edward' }))).toBe('conflict')
    expect(await people().record.query({ id })).toMatchObject({ name: 'Edd', site: 'Lyon', version: 2 })
    expect((await events(id)).at(-1)).toEqual({ type: 'person.edited', payload: { fields: ['name', 'site'] } })
  })
  test('colleagues see name, title, team and who leads; the address is for themself, their manager and administrators', async () => {
    const top = await makeTeam(api, t, 'Top')
    const below = await makeTeam(api, t, 'Below', top)
    const boss = await makeSomeone(api, t, 'Boss', { manages: [top] })
    const id = randomUUID()
    await people().create.mutate({ id, name: 'Seen', email: 'seen@x.example', team: { teamId: below, from: null } })
    const colleague = await makeSomeone(api, t, 'Colleague')
    const page = await colleague.call.people.get.query({ id })
    expect(page).toMatchObject({ email: null, managers: [{ name: 'Boss' }], path: [{ name: 'Top' }, { name: 'Below' }], isSelf: false })
    expect(Object.values(page.can).some(Boolean)).toBe(false)
    expect(await boss.call.people.get.query({ id })).toMatchObject({ email: 'seen@x.example', can: { logFor: true, edit: false } })
    expect((await colleague.call.people.list.query({ q: 'seen' })).items).toMatchObject([{ name: 'Seen', administration: null }])
  })
})

describe('the directory', () => {
  test('pages by name, finds without accents, by any word, and takes signs literally', async () => {
    const own = await makeTenant(api)
    for (const name of ['Élodie Ng', 'elodie 100%', 'Émile Zed', 'Bob', 'Élodie Ng']) await makePerson(api, own, name)
    const list = own.administrator.call.people.list
    const first = await list.query({ limit: 4 })
    expect(first.items.map((p) => p.name)).toEqual(['Ada Admin', 'Bob', 'elodie 100%', 'Élodie Ng'])
    const second = await list.query({ limit: 4, cursor: first.nextCursor! })
    expect(second.items.map((p) => p.name)).toEqual(['Élodie Ng', 'Émile Zed'])
    expect(second.nextCursor).toBeNull()
    const found = async (q: string) => (await list.query({ q })).items.map((p) => p.name)
    expect(await found('ng ÉLO')).toEqual(['Élodie Ng', 'Élodie Ng'])
    expect(await found('100%')).toEqual(['elodie 100%'])
    expect(await found('_')).toEqual([])
    expect(await refusals(list.query({ cursor: 'nonsense' }))).toEqual([{ code: 'invalid-input', field: 'cursor' }])
  })
  test('by team: with those below, or alone; those who left are for administrators', async () => {
    const own = await makeTenant(api)
    const top = await makeTeam(api, own, 'Top')
    const below = await makeTeam(api, own, 'Below', top)
    await makePerson(api, own, 'Upper', { teamId: top })
    const lower = await makePerson(api, own, 'Lower', { teamId: below })
    const list = own.administrator.call.people.list
    const names = async (input: Parameters<typeof list.query>[0]) => (await list.query(input)).items.map((p) => p.name)
    expect(await names({ team: top })).toEqual(['Lower', 'Upper'])
    expect(await names({ team: top, alone: true })).toEqual(['Upper'])
    await own.administrator.call.people.end.mutate({ id: lower, leftOn: '2026-01-01' })
    expect(await names({ team: top })).toEqual(['Upper'])
    expect(await names({ status: 'left' })).toEqual(['Lower'])
    const employee = await makeSomeone(api, own, 'Emil')
    expect(await refusal(employee.call.people.list.query({ status: 'left' }))).toBe('forbidden')
  })
  test('suggestions leave out who had left before the day, and put beginnings and one’s own team first', async () => {
    const own = await makeTenant(api)
    const team = await makeTeam(api, own, 'Mine')
    await makePerson(api, own, 'Anna Gone', { leftOn: '2024-06-30' })
    await makePerson(api, own, 'Joanna Elsewhere')
    await makePerson(api, own, 'Zed Annan', { teamId: team })
    await makePerson(api, own, 'Anna Elsewhere')
    const me = await makeSomeone(api, own, 'Me', { teamId: team })
    const names = async (on: string) => (await me.call.people.suggest.query({ q: 'ann', on })).map((p) => p.name)
    expect(await names('2024-07-01')).toEqual(['Zed Annan', 'Anna Elsewhere', 'Joanna Elsewhere'])
    expect(await names('2024-06-30')).toContain('Anna Gone')
    const briefs = await me.call.people.briefs.query({ ids: [me.personId, admin.personId].slice(0, 1) })
    expect(briefs).toMatchObject([{ name: 'Me', team: { name: 'Mine' } }])
  })
})

describe('moving between teams', () => {
  test('from a day on, half open, several at once; an archived team takes nobody', async () => {
    const [a, b] = [await makeTeam(api, t, 'A'), await makeTeam(api, t, 'B')]
    const one = await createdPerson('Mover One', { teamId: a, from: null })
    const two = await createdPerson('Mover Two')
    await people().move.mutate({ ids: [one, two], teamId: b, from: '2026-03-01' })
    expect((await people().record.query({ id: one })).memberships).toEqual([
      { team: { id: b, name: 'B' }, from: '2026-03-01', to: null },
      { team: { id: a, name: 'A' }, from: null, to: '2026-03-01' },
    ])
    await people().move.mutate({ ids: [one, two], teamId: null, from: '2026-04-01' })
    expect((await people().record.query({ id: two })).memberships).toEqual([
      { team: { id: b, name: 'B' }, from: '2026-03-01', to: '2026-04-01' },
    ])
    await people().archiveTeam.mutate({ id: b, isArchived: true })
    expect(await refusals(people().move.mutate({ ids: [two], teamId: b, from: '2026-05-01' }))).toEqual([
      { code: 'team-archived', field: 'teamId' },
    ])
  })
  test('two at once: days never overlap', async () => {
    const teams = await Promise.all(['P', 'Q', 'R'].map((n) => makeTeam(api, t, n)))
    const id = await createdPerson('Torn')
    await Promise.all(teams.map((teamId, i) => people().move.mutate({ ids: [id], teamId, from: `2026-0${i + 1}-01` })))
    const { memberships } = await people().record.query({ id })
    expect(memberships.map((m) => [m.team.name, m.from, m.to])).toEqual([
      ['R', '2026-03-01', null],
      ['Q', '2026-02-01', '2026-03-01'],
      ['P', '2026-01-01', '2026-02-01'],
    ])
  })
})

describe('leaving', () => {
  async function someoneAtWork() {
    const team = await makeTeam(api, t, `Shop ${randomUUID().slice(0, 4)}`)
    const led = await makeTeam(api, t, 'Led', team)
    const { personId: boss } = await makeSomeone(api, t, 'The Boss', { manages: [team] })
    const who = await makeSomeone(api, t, 'Leaver', { teamId: team, manages: [led, team], roles: ['reviewer'] })
    return { team, led, boss, who }
  }
  test('ends teams, roles and sessions at once, and names to whom open results pass', async () => {
    const { boss, who, team } = await someoneAtWork()
    await who.call.people.get.query({ id: who.personId })
    expect(await people().end.mutate({ id: who.personId, leftOn: '2026-01-01' })).toEqual({ managerId: boss })
    expect(await refusal(who.call.people.get.query({ id: who.personId }))).toBe('unauthenticated')
    expect(await people().record.query({ id: who.personId })).toMatchObject({
      status: 'left',
      leftOn: '2026-01-01',
      access: 'ended',
      memberships: [{ team: { id: team }, from: null, to: '2026-01-01' }],
      can: { end: false, return: true },
    })
    expect((await people().team.query({ id: team })).managers.map((m) => m.name)).toEqual(['The Boss'])
    expect((await events(who.personId)).at(-1)).toMatchObject({
      type: 'person.left',
      payload: { managerId: boss, roles: ['reviewer'], hadAccess: true },
    })
    expect(await refusal(people().end.mutate({ id: who.personId, leftOn: '2026-01-01' }))).toBe('forbidden')
  })
  test('taken back within ten minutes all is as before; later only the person is', async () => {
    const [soon, late] = [await someoneAtWork(), await someoneAtWork()]
    for (const { who } of [soon, late]) await people().end.mutate({ id: who.personId, leftOn: '2026-01-01' })
    expect(await people().return.mutate({ id: soon.who.personId })).toEqual({ isUndone: true })
    expect(await people().record.query({ id: soon.who.personId })).toMatchObject({
      status: 'active',
      leftOn: null,
      access: 'active',
      memberships: [{ team: { id: soon.team }, from: null, to: null }],
    })
    expect((await people().get.query({ id: soon.who.personId })).manages).toHaveLength(2)
    const ctx = await contextOf(api, admin, new Date(Date.now() + 11 * 60_000))
    expect(await returnPerson(ctx, { id: late.who.personId })).toEqual({ isUndone: false })
    expect(await people().record.query({ id: late.who.personId })).toMatchObject({
      status: 'active',
      access: 'ended',
      memberships: [{ to: '2026-01-01' }],
    })
    expect((await people().get.query({ id: late.who.personId })).manages).toEqual([])
  })
  test('not in the future, not before joining, not the last administrator', async () => {
    const id = randomUUID()
    await people().create.mutate({ id, name: 'Later', joinedOn: '2025-01-01' })
    expect(await refusals(people().end.mutate({ id, leftOn: '2999-01-01' }))).toEqual([{ code: 'date-in-future', field: 'leftOn' }])
    expect(await refusals(people().end.mutate({ id, leftOn: '2024-12-31' }))).toMatchObject([{ code: 'date-too-early', field: 'leftOn' }])
    expect(await refusal(people().end.mutate({ id: admin.personId, leftOn: '2026-01-01' }))).toBe('last-administrator')
  })
})

describe('teams', () => {
  test('stand in a tree that never bites its tail, as of any day', async () => {
    const own = await makeTenant(api)
    const call = own.administrator.call.people
    const ids = { a: randomUUID(), b: randomUUID(), c: randomUUID() }
    await call.createTeam.mutate({ id: ids.a, name: 'A' })
    await call.createTeam.mutate({ id: ids.b, name: 'B', parentId: ids.a })
    await call.createTeam.mutate({ id: ids.c, name: 'C', parentId: ids.b })
    expect(await refusals(call.moveTeam.mutate({ id: ids.a, parentId: ids.c, from: '2026-01-01' }))).toEqual([
      { code: 'team-cycle', field: 'parentId' },
    ])
    expect(await refusal(call.moveTeam.mutate({ id: ids.a, parentId: ids.a, from: null }))).toBe('team-cycle')
    await call.moveTeam.mutate({ id: ids.c, parentId: null, from: '2026-01-01' })
    const tree = async (on: string) => Object.fromEntries((await call.teams.query({ on })).map((x) => [x.name, x.parentId]))
    expect(await tree('2025-12-31')).toEqual({ A: null, B: ids.a, C: ids.b })
    expect(await tree('2026-01-01')).toEqual({ A: null, B: ids.a, C: null })
    // From 2026 on C is above; before that it was below B, so it cannot have been above A.
    await call.moveTeam.mutate({ id: ids.a, parentId: ids.c, from: '2026-01-01' })
    expect(await refusal(call.moveTeam.mutate({ id: ids.a, parentId: ids.c, from: '2025-01-01' }))).toBe('team-cycle')
    expect((await call.team.query({ id: ids.b })).path.map((p) => p.name)).toEqual(['C', 'A', 'B'])
  })
  test('two moves that together would be a cycle: one is refused', async () => {
    const own = await makeTenant(api)
    const [a, b] = [await makeTeam(api, own, 'A'), await makeTeam(api, own, 'B')]
    const move = (id: string, parentId: string) => own.administrator.call.people.moveTeam.mutate({ id, parentId, from: null })
    const both = await Promise.allSettled([move(a, b), move(b, a)])
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  test('with people or teams in it a team is not archived; managers are exactly those named, and are here', async () => {
    const own = await makeTenant(api)
    const call = own.administrator.call.people
    const top = await makeTeam(api, own, 'Top')
    const below = await makeTeam(api, own, 'Below', top)
    const person = await makePerson(api, own, 'In', { teamId: below })
    expect(await refusal(call.archiveTeam.mutate({ id: top, isArchived: true }))).toBe('team-not-empty')
    expect(await refusal(call.archiveTeam.mutate({ id: below, isArchived: true }))).toBe('team-not-empty')
    await call.move.mutate({ ids: [person], teamId: null, from: '2026-01-01' })
    await call.archiveTeam.mutate({ id: below, isArchived: true })
    expect((await call.teams.query({})).map((x) => x.name)).toEqual(['Top'])
    expect((await call.teams.query({ withArchived: true })).map((x) => [x.name, x.isArchived])).toEqual([
      ['Below', true],
      ['Top', false],
    ])
    await call.setManagers.mutate({ id: top, personIds: [person, own.administrator.personId] })
    await call.setManagers.mutate({ id: top, personIds: [person] })
    expect((await call.team.query({ id: top })).managers.map((m) => m.name)).toEqual(['In'])
    const gone = await makePerson(api, own, 'Gone')
    await call.end.mutate({ id: gone, leftOn: '2026-01-01' })
    expect(await refusals(call.setManagers.mutate({ id: top, personIds: [person, gone] }))).toMatchObject([
      { code: 'person-has-left', field: 'personIds.1' },
    ])
  })
  test('a manager’s reach follows at once', async () => {
    const own = await makeTenant(api)
    const top = await makeTeam(api, own, 'Top')
    const person = await makePerson(api, own, 'In', { teamId: top })
    const who = await makeSomeone(api, own, 'New Manager')
    const can = async () => (await who.call.people.get.query({ id: person })).can.logFor
    expect(await can()).toBe(false)
    await own.administrator.call.people.setManagers.mutate({ id: top, personIds: [who.personId] })
    expect(await can()).toBe(true)
  })
})
