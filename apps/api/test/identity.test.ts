import { randomBytes } from 'node:crypto'
import { writeWithPrisma } from '@oeuvre/db/tenant'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renewFirstRunToken } from '../src/modules/identity/repo.ts'
import { createLimits } from '../src/platform/limits.ts'
import { hashOf } from '../src/platform/tokens.ts'
import { makePerson, makeTenant } from './factories.ts'
import { type Api, client, refusal, refusals, startApi, testBaseUrl } from './harness.ts'

let api: Api
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.stop())

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: testBaseUrl, ...headers },
    body: JSON.stringify(body),
  })
const signIn = (email: string, password: string) => post('/api/auth/sign-in/email', { email, password })
const cookieOf = (r: Response) =>
  r.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')
const nobody = () => client(api, '', 'none')
const good = {
  organizationName: 'Acme',
  slug: 'acme',
  timeZone: 'Europe/Paris',
  reportingCurrency: 'EUR',
  personName: 'Ada',
  email: 'Ada@Acme.example',
  language: 'fr' as const,
}
const password = 'three odd herons'

describe('first run', () => {
  test('the printed link creates the organization and its administrator, once', async () => {
    const token = await renewFirstRunToken(api.db)
    if (!token) throw new Error('no token')
    expect(await nobody().identity.firstRun.query({ token })).toEqual({ isOpen: true })
    expect(await refusals(nobody().identity.setUp.mutate({ ...good, token, password: 'short' }))).toEqual([
      { code: 'password-too-short', field: 'password', params: { min: 10, max: 128 } },
    ])
    expect(await refusal(nobody().identity.setUp.mutate({ ...good, token, password: 'password1234' }))).toBe('password-too-common')
    const both = await Promise.allSettled([1, 2].map(() => nobody().identity.setUp.mutate({ ...good, token, password })))
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await refusal(nobody().identity.setUp.mutate({ ...good, slug: 'other', token, password }))).toBe('link-invalid')
    expect(await renewFirstRunToken(api.db)).toBeNull()
    const r = await signIn('ada@acme.example', password)
    expect(r.status).toBe(200)
    const shell = await client(api, cookieOf(r), 'acme').organizations.shell.query()
    expect(shell).toMatchObject({ roles: ['employee', 'administrator'], settings: { name: 'Acme', slug: 'acme' } })
  })
})

describe('sessions', () => {
  test('the cookie is HttpOnly, SameSite=Lax, and a changed signature is no session', async () => {
    const r = await signIn('ada@acme.example', password)
    expect(r.headers.getSetCookie().find((c) => c.startsWith('oeuvre.session_token'))).toMatch(/HttpOnly; SameSite=Lax$/i)
    const cookie = cookieOf(r)
    expect((await client(api, cookie, 'acme').identity.me.query())?.organizations).toEqual([{ slug: 'acme', name: 'Acme' }])
    const forged = cookie.replace(/=(.)/, (_, c: string) => `=${c === 'a' ? 'b' : 'a'}`)
    expect(await client(api, forged, 'acme').identity.me.query()).toBeNull()
    expect(await refusal(client(api, cookie, 'nowhere').organizations.shell.query())).toBe('not-found')
  })
  test('sign out everywhere ends the other session too', async () => {
    const [one, two] = [cookieOf(await signIn('ada@acme.example', password)), cookieOf(await signIn('ada@acme.example', password))]
    expect((await post('/api/auth/revoke-sessions', {}, { cookie: one })).status).toBe(200)
    for (const cookie of [one, two]) expect(await refusal(client(api, cookie, 'acme').organizations.shell.query())).toBe('unauthenticated')
  })
  test('only the written paths of the sign-in library answer; a foreign page may not write', async () => {
    expect((await post('/api/auth/sign-up/email', { email: 'x@y.example', password, name: 'x' })).status).toBe(404)
    expect((await post('/api/auth/demonstration/sign-in', { userId: 'x' })).status).toBe(404)
    expect((await post('/api/demo/sign-in', { key: 'x' })).status).toBe(404)
    expect(
      (await post('/api/auth/sign-in/email', { email: 'ada@acme.example', password }, { origin: 'https://evil.example' })).status,
    ).toBe(403)
  })
  test('attempts are counted in the database, per account, for unknown accounts too', async () => {
    for (const email of ['ghost@acme.example', 'ada@acme.example']) {
      const statuses: number[] = []
      for (let i = 0; i < 11; i++) statuses.push((await signIn(email, 'wrong password!')).status)
      expect(statuses.slice(0, 10).every((s) => s === 401)).toBe(true)
      expect(statuses[10]).toBe(429)
    }
    await api.db.prisma.attemptLimit.deleteMany()
  })
  test('a whole office may come in from one address; what goes wrong from there is still counted', async () => {
    const limits = createLimits(api.db)
    const come = (email: string) => limits.attempt('sign-in', email, '192.0.2.7')
    for (let i = 0; i < 65; i++) {
      await come(`colleague${i}@acme.example`)
      await limits.forget('sign-in', `colleague${i}@acme.example`, '192.0.2.7')
    }
    for (let i = 0; i < 60; i++) await come(`ghost${i}@acme.example`)
    await expect(come('ghost60@acme.example')).rejects.toMatchObject({ refusals: [{ code: 'too-many-attempts' }] })
    await api.db.prisma.attemptLimit.deleteMany()
  })
})

describe('one-use links', () => {
  async function link(kind: string, personId: string, organizationId: string, email: string, roles: string[] = []) {
    const secret = randomBytes(32).toString('base64url')
    await writeWithPrisma(api.db, organizationId as never, (tx) =>
      tx.prisma.accessLink.create({
        data: { organizationId, kind, personId, email, roles, tokenHash: hashOf(secret), expiresAt: new Date(Date.now() + 60_000) },
      }),
    )
    return `${organizationId}.${secret}`
  }
  test('people invited in one room open their links one after the other; a link that opens nothing is counted', async () => {
    const t = await makeTenant(api)
    for (let i = 0; i < 12; i++) {
      const token = await link('invitation', await makePerson(api, t, `Guest ${i}`), t.organizationId, `guest${i}@room.example`)
      expect(await nobody().identity.link.query({ token })).toMatchObject({ personName: `Guest ${i}` })
    }
    const used = `${t.organizationId}.${randomBytes(32).toString('base64url')}`
    const answers: unknown[] = []
    for (let i = 0; i < 11; i++) answers.push(await refusal(nobody().identity.link.query({ token: used })))
    expect([answers[9], answers[10]]).toEqual(['link-invalid', 'too-many-attempts'])
    await api.db.prisma.attemptLimit.deleteMany()
  })
  test('an invitation makes a user with the roles it names, once; a reset ends every session', async () => {
    const t = await makeTenant(api)
    const personId = await makePerson(api, t, 'Nora New')
    const token = await link('invitation', personId, t.organizationId, 'nora@new.example', ['executive'])
    expect(await nobody().identity.link.query({ token })).toMatchObject({ personName: 'Nora New', hasUser: false })
    expect(await refusal(nobody().identity.acceptLink.mutate({ token, password: 'aaaaaaaaaaaa' }))).toBe('password-too-common')
    expect(await nobody().identity.acceptLink.mutate({ token, password })).toEqual({ email: 'nora@new.example', hasUser: false })
    expect(await refusal(nobody().identity.acceptLink.mutate({ token, password }))).toBe('link-invalid')
    const cookie = cookieOf(await signIn('nora@new.example', password))
    expect((await client(api, cookie, t.slug).organizations.shell.query()).roles).toEqual(['employee', 'executive'])
    const reset = await link('password-reset', personId, t.organizationId, 'nora@new.example')
    await nobody().identity.acceptLink.mutate({ token: reset, password: 'four even herons' })
    expect(await refusal(client(api, cookie, t.slug).organizations.shell.query())).toBe('unauthenticated')
    expect((await signIn('nora@new.example', password)).status).toBe(401)
    expect((await signIn('nora@new.example', 'four even herons')).status).toBe(200)
  })
  test('a link of another organization’s making opens nothing', async () => {
    const [a, b] = [await makeTenant(api), await makeTenant(api)]
    const token = await link('invitation', await makePerson(api, a, 'P'), a.organizationId, 'p@p.example')
    expect(await refusal(nobody().identity.link.query({ token: token.replace(a.organizationId, b.organizationId) }))).toBe('link-invalid')
    expect(await refusal(nobody().identity.link.query({ token: 'nonsense' }))).toBe('link-invalid')
  })
})
