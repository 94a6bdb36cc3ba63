import { isPermitted, type Permission } from '@oeuvre/domain/organizations/policy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { httpRoutes } from '../src/http-routes.ts'
import type { Meta } from '../src/trpc/procedures.ts'
import { appRouter } from '../src/trpc/router.ts'
import { makePerson, makeSomeone, makeTeam, makeTenant, type Someone, type Tenant } from './factories.ts'
import { type Api, client, refusal, startApi, testBaseUrl } from './harness.ts'
import { routerTable, type StrangerIds } from './router-table.ts'

type Procedure = { _def: { type: 'query' | 'mutation' | 'subscription'; meta?: Meta } }
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)
const inOrganization = procedures.filter(([, p]) => p._def.meta && 'permission' in p._def.meta)
const permissionOf = (p: Procedure) => (p._def.meta as { permission: Permission }).permission

let api: Api
let home: Tenant
let other: Tenant
let employee: Someone
let ids: StrangerIds
beforeAll(async () => {
  api = await startApi()
  home = await makeTenant(api)
  other = await makeTenant(api)
  employee = await makeSomeone(api, home, 'Emil Employee')
  ids = {
    person: await makePerson(api, other, 'Stranger'),
    team: await makeTeam(api, other, 'Elsewhere'),
    none: '00000000-0000-4000-8000-000000000000',
  }
})
afterAll(() => api.stop())

function call(who: Someone, path: string, input: unknown): Promise<unknown> {
  const type = procedures.find(([p]) => p === path)?.[1]._def.type
  const target = path.split('.').reduce((o, k) => (o as Record<string, unknown>)[k], who.call as unknown) as Record<
    string,
    (i: unknown) => Promise<unknown>
  >
  return (target[type === 'query' ? 'query' : 'mutate'] as (i: unknown) => Promise<unknown>)(input)
}

test('every procedure declares a permission, or a written reason for having none', () => {
  expect(procedures.length).toBeGreaterThan(5)
  for (const [path, p] of procedures) {
    const meta = p._def.meta
    const reason =
      meta &&
      ('publicBecause' in meta
        ? meta.publicBecause
        : 'signedInBecause' in meta
          ? meta.signedInBecause
          : 'permission' in meta
            ? meta.permission
            : '')
    expect(reason, path).toMatch(/\w{5,}/)
  }
})

test('the table has a row for every procedure in an organization, and no other', () => {
  expect(Object.keys(routerTable).sort()).toEqual(inOrganization.map(([path]) => path).sort())
})

describe.each(inOrganization)('%s', (path, procedure) => {
  test('is closed to nobody signed in, to a stranger, and to a role too low', async () => {
    const nobody: Someone = { ...employee, call: client(api, '', home.slug) }
    expect(await refusal(call(nobody, path, undefined))).toBe('unauthenticated')
    const stranger: Someone = {
      ...other.administrator,
      call: client(api, other.administrator.cookie, home.slug),
    }
    expect(await refusal(call(stranger, path, undefined))).toBe('not-found')
    if (!isPermitted({ roles: ['employee'] }, permissionOf(procedure)))
      expect(await refusal(call(employee, path, undefined))).toBe('forbidden')
  })
  test('another organization’s ids are not found', async () => {
    const build = routerTable[path]
    if (!build) return
    const everybody = await makeSomeone(api, home, 'All Roles', {
      roles: ['executive', 'administrator', 'reviewer'],
      manages: [await makeTeam(api, home, 'Somewhere')],
    })
    expect(await refusal(call(everybody, path, build(ids)))).toBe('not-found')
  })
})

describe.each(httpRoutes.map((r) => [`${r.method} ${r.path}`, r] as const))('%s', (_, route) => {
  test('is closed to nobody signed in, to a stranger, and to a role too low', async () => {
    const path = route.path.replace(/:\w+/g, ids.none)
    const status = async (cookie: string) =>
      (await fetch(`${api.url}/api/o/${home.slug}${path}`, { method: route.method, headers: { cookie, origin: testBaseUrl } })).status
    expect(await status('')).toBe(401)
    expect(await status(other.administrator.cookie)).toBe(404)
    if (!isPermitted({ roles: ['employee'] }, route.permission)) expect(await status(employee.cookie)).toBe(403)
  })
})
