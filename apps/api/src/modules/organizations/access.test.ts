import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePerson, makeSomeone, makeTenant, type Tenant } from '../../../test/factories.ts'
import { type Api, client, refusal, refusals, startApi, testBaseUrl } from '../../../test/harness.ts'

let api: Api
let t: Tenant
beforeAll(async () => {
  api = await startApi()
  t = await makeTenant(api)
})
afterAll(() => api.stop())
const call = (who = t) => who.administrator.call.organizations
const nobody = () => client(api, '', 'none').identity
const password = 'three odd herons'
const tokenOf = (link: string) => link.split('/').at(-1) ?? ''
const eventsOf = (who: Tenant, id: string) =>
  read(api.db, who.organizationId, (tx) =>
    tx.rows<{ type: string; payload: unknown }>(sql`SELECT type, payload FROM event WHERE subject_id = ${id}::uuid ORDER BY id`),
  )

describe('invitations', () => {
  test('the link stands in the answer once, opens one door once, and an older one no longer works', async () => {
    const personId = await makePerson(api, t, 'Nora')
    const first = await call().invite.mutate({ personId, email: 'Nora@N.example', roles: ['executive'] })
    expect(first.link).toMatch(new RegExp(`^${testBaseUrl}/invitation/${t.organizationId}\\.[\\w-]{43}$`))
    const second = await call().invite.mutate({ personId, email: 'nora@n.example', roles: ['executive'] })
    expect(await refusal(nobody().acceptLink.mutate({ token: tokenOf(first.link), password }))).toBe('link-invalid')
    const { items } = await call().access.query({ access: 'invited' })
    expect(items).toMatchObject([
      { personId, access: 'invited', invitation: { id: second.id, email: 'nora@n.example', roles: ['executive'] } },
    ])
    expect(JSON.stringify(items)).not.toContain(tokenOf(second.link).split('.')[1])
    expect(await nobody().acceptLink.mutate({ token: tokenOf(second.link), password })).toEqual({ email: 'nora@n.example', hasUser: false })
    expect((await call().access.query({ q: 'nora' })).items).toMatchObject([{ access: 'active', roles: ['executive'], invitation: null }])
    expect(await refusal(call().invite.mutate({ personId, email: 'nora@n.example' }))).toBe('already-member')
    expect(JSON.stringify(await eventsOf(t, personId))).not.toContain('nora')
  })
  test('a revoked one opens nothing; an address leads to one person', async () => {
    const [one, two] = [await makePerson(api, t, 'One'), await makePerson(api, t, 'Two')]
    const { id, link } = await call().invite.mutate({ personId: one, email: 'one@n.example' })
    await call().revokeInvitation.mutate({ id })
    expect(await refusal(nobody().link.query({ token: tokenOf(link) }))).toBe('link-invalid')
    expect(await refusal(call().revokeInvitation.mutate({ id }))).toBe('not-found')
    expect(await refusals(call().invite.mutate({ personId: two, email: 'ONE@n.example' }))).toEqual([
      { code: 'email-taken', field: 'email' },
    ])
    expect(await refusals(call().invite.mutate({ personId: two, email: 'two' }))).toMatchObject([{ code: 'email-invalid', field: 'email' }])
  })
})

describe('passwords', () => {
  test('a reset link works once and ends every session; not for a user who belongs elsewhere too', async () => {
    const who = await makeSomeone(api, t, 'Forgetful')
    const { link } = await call().resetPassword.mutate({ personId: who.personId })
    expect(link).toContain('/reset/')
    expect(await nobody().link.query({ token: tokenOf(link) })).toMatchObject({ kind: 'password-reset' })
    const other = await makeTenant(api)
    const there = await makePerson(api, other, 'Forgetful There')
    const email = `${who.personId}@${t.slug}.example`
    const invited = await call(other).invite.mutate({ personId: there, email })
    await nobody().acceptLink.mutate({ token: tokenOf(invited.link), password })
    expect(await refusal(call().resetPassword.mutate({ personId: who.personId }))).toBe('member-elsewhere')
    expect(await refusal(call(other).resetPassword.mutate({ personId: there }))).toBe('member-elsewhere')
    // Access that ends here leaves the door there open.
    await call().endAccess.mutate({ personId: who.personId })
    expect(await refusal(who.call.organizations.shell.query())).toBe('not-found')
    expect((await client(api, who.cookie, other.slug).organizations.shell.query()).person.name).toBe('Forgetful There')
  })
})

describe('roles', () => {
  test('are granted and revoked on record; to oneself is said so; nobody without access gets one', async () => {
    const who = await makeSomeone(api, t, 'Rising')
    await call().grantRole.mutate({ personId: who.personId, role: 'reviewer' })
    await call().grantRole.mutate({ personId: who.personId, role: 'reviewer' })
    expect((await who.call.organizations.shell.query()).roles).toEqual(['employee', 'reviewer'])
    await call().revokeRole.mutate({ personId: who.personId, role: 'reviewer' })
    expect((await who.call.organizations.shell.query()).roles).toEqual(['employee'])
    expect(await eventsOf(t, who.personId)).toEqual([
      { type: 'role.granted', payload: { role: 'reviewer', isOwn: false } },
      { type: 'role.revoked', payload: { role: 'reviewer', isOwn: false } },
    ])
    await call().grantRole.mutate({ personId: t.administrator.personId, role: 'executive' })
    expect((await eventsOf(t, t.administrator.personId)).at(-1)?.payload).toEqual({ role: 'executive', isOwn: true })
    expect((await call().setUpProgress.query()).ownRoles).toMatchObject([{ personId: t.administrator.personId, role: 'executive' }])
    expect(await refusal(call().grantRole.mutate({ personId: await makePerson(api, t, 'No Login'), role: 'executive' }))).toBe('forbidden')
  })
  test('two administrators who remove each other at once: one stays', async () => {
    const own = await makeTenant(api)
    expect(await refusal(call(own).revokeRole.mutate({ personId: own.administrator.personId, role: 'administrator' }))).toBe(
      'last-administrator',
    )
    expect(await refusal(call(own).endAccess.mutate({ personId: own.administrator.personId }))).toBe('last-administrator')
    const second = await makeSomeone(api, own, 'Second', { roles: ['administrator'] })
    const both = await Promise.allSettled([
      call(own).revokeRole.mutate({ personId: second.personId, role: 'administrator' }),
      second.call.organizations.revokeRole.mutate({ personId: own.administrator.personId, role: 'administrator' }),
    ])
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
  })
  test('whoever is invited again has the roles of that invitation alone', async () => {
    const who = await makeSomeone(api, t, 'Back Anew', { roles: ['administrator'] })
    await call().endAccess.mutate({ personId: who.personId })
    const { link } = await call().invite.mutate({ personId: who.personId, email: 'anew@n.example', roles: ['reviewer'] })
    await nobody().acceptLink.mutate({ token: tokenOf(link), password })
    expect((await call().access.query({ q: 'back anew' })).items).toMatchObject([{ access: 'active', roles: ['reviewer'] }])
    expect(await eventsOf(t, who.personId)).toContainEqual({ type: 'role.revoked', payload: { role: 'administrator', isOwn: false } })
  })
  test('access ends at once and can be given back as it was', async () => {
    const who = await makeSomeone(api, t, 'In And Out', { roles: ['executive'] })
    await call().endAccess.mutate({ personId: who.personId })
    expect(await refusal(who.call.organizations.shell.query())).toBe('unauthenticated')
    expect((await call().access.query({ q: 'in and out' })).items[0]).toMatchObject({
      access: 'ended',
      can: { restoreAccess: true, invite: true },
    })
    await call().restoreAccess.mutate({ personId: who.personId })
    expect((await call().access.query({ q: 'in and out' })).items[0]).toMatchObject({ access: 'active', roles: ['executive'] })
  })
})

describe('the list', () => {
  test('shows one person, or those who have or had access or were asked', async () => {
    const own = await makeTenant(api)
    const never = await makePerson(api, own, 'Never Asked')
    const asked = await makePerson(api, own, 'Was Asked')
    await call(own).invite.mutate({ personId: asked, email: `asked@${own.slug}.example` })
    const someone = await makeSomeone(api, own, 'Went Again')
    await call(own).endAccess.mutate({ personId: someone.personId })
    const ids = async (filter: Parameters<ReturnType<typeof call>['access']['query']>[0]) =>
      (await call(own).access.query(filter)).items.map((row) => row.personId)
    expect(await ids({ access: 'some' })).toEqual([own.administrator.personId, asked, someone.personId])
    expect(await ids({ access: 'none' })).toEqual([never])
    expect(await ids({ personId: never })).toEqual([never])
    expect(await call(own).setUpProgress.query()).toEqual({
      people: 4,
      teams: 0,
      withAccess: 1,
      invited: 1,
      hasSettings: false,
      hasOutcomes: false,
      waiting: 0,
      ownRoles: [],
    })
  })
})

describe('settings', () => {
  test('a part is saved without the rest; what somebody else changed meanwhile is said beside its field', async () => {
    const own = await makeTenant(api)
    const { settings: was } = await call(own).settings.query()
    await call(own).saveSettings.mutate({ promiseDays: 9, was })
    await call(own).saveSettings.mutate({ name: 'Renamed', was })
    expect((await call(own).settings.query()).settings).toEqual({ ...was, promiseDays: 9, name: 'Renamed' })
    expect(await refusals(call(own).saveSettings.mutate({ promiseDays: 3, weekStartsOn: 7, was }))).toEqual([
      { code: 'conflict', field: 'promiseDays' },
    ])
    expect((await call(own).settings.query()).settings).toMatchObject({ promiseDays: 9, weekStartsOn: was.weekStartsOn })
    await call(own).saveSettings.mutate({ promiseDays: 9, was }) // the same as the other wanted: no conflict
    expect((await call(own).setUpProgress.query()).hasSettings).toBe(true)
  })
  test('are saved as a whole, refused field by field, and hold from the next call', async () => {
    const own = await makeTenant(api)
    const { settings, isCurrencyFixed } = await call(own).settings.query()
    expect(isCurrencyFixed).toBe(false)
    const { slug: _, ...form } = settings
    const next = {
      ...form,
      timeZone: 'Pacific/Kiritimati',
      reportingCurrency: 'CHF',
      secondLookMinor: '5000000',
      promiseDays: 5,
      valueVisibility: 'everyone' as const,
      smallestGroup: 3,
    }
    await call(own).saveSettings.mutate(next)
    expect((await call(own).settings.query()).settings).toEqual({ ...next, slug: own.slug })
    const bad = { ...next, timeZone: 'Mars/Base', reportingCurrency: 'ABC', firstAllowedDay: '2999-01-01' }
    expect((await refusals(call(own).saveSettings.mutate(bad))).map((r) => [r.code, r.field])).toEqual([
      ['time-zone-unknown', 'timeZone'],
      ['unknown-currency', 'reportingCurrency'],
      ['date-in-future', 'firstAllowedDay'],
    ])
  })
})
