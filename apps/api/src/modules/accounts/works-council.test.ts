import { randomUUID } from 'node:crypto'
import { consentTextVersion } from '@oeuvre/domain/accounts/schema'
import { TRPCClientError } from '@trpc/client'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePerson, makeSomeone, makeTeam, makeTenant, type Someone, type Tenant } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { appRouter } from '../../trpc/router.ts'

let api: Api
let t: Tenant
let nadia: Someone
let readers: Readonly<Record<string, Someone>>
beforeAll(async () => {
  api = await startApi({}, () => new Date('2026-11-20T10:00:00Z'))
  t = await makeTenant(api)
  const sales = await makeTeam(api, t, 'Sales')
  nadia = await makeSomeone(api, t, 'Nadia Perrin', { teamId: sales })
  readers = {
    colleague: await makeSomeone(api, t, 'Colin Petit', { teamId: sales }),
    manager: await makeSomeone(api, t, 'Claire Morel', { manages: [sales] }),
    executive: await makeSomeone(api, t, 'Ève Roux', { roles: ['executive'] }),
    reviewer: await makeSomeone(api, t, 'Rolf Maier', { roles: ['reviewer'] }),
    administrator: t.administrator,
  }
  for (let i = 0; i < 6; i++) await makePerson(api, t, `Person ${i}`)
})
afterAll(() => api.stop())

type Ask = { query(input?: unknown): Promise<unknown> }
type Procedure = { _def: { type: 'query' | 'mutation' | 'subscription' } }
const paths = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>)
  .filter(([, procedure]) => procedure._def.type === 'query')
  .map(([path]) => path)

/** Whatever a question may be asked with that names a person. */
const inputs = (id: string) => [undefined, { id }, { personId: id }, { person: id, text: 'Nadia', query: 'Nadia' }]

async function answerOf(who: Someone, path: string, input: unknown): Promise<string> {
  const [slice = '', name = ''] = path.split('.')
  const call = (who.call as unknown as Record<string, Record<string, Ask>>)[slice]?.[name]
  try {
    return JSON.stringify(await call?.query(input)) ?? 'nothing'
  } catch (e) {
    if (e instanceof TRPCClientError) return JSON.stringify((e.data as { refusals?: unknown } | undefined)?.refusals ?? e.message)
    throw e
  }
}

/** All that this reader can learn, by every question with every input. */
async function walk(who: Someone): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>()
  for (const input of inputs(nadia.personId)) {
    const said = await Promise.all(paths.map((path) => answerOf(who, path, input)))
    for (const [at, path] of paths.entries()) answers.set(`${path} ${JSON.stringify(input) ?? ''}`, said[at] ?? '')
  }
  return answers
}

function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...after].filter(([key, answer]) => before.get(key) !== answer).map(([key]) => key.split(' ')[0] ?? ''))]
}

/** Numbers of the whole organization: what executives and administrators have instead, named nobody. */
const counted = new Set(['accounts.count', 'impact.page'])

test('whether somebody takes part shows to nobody, whatever their role: the answers with and without an account are equal', async () => {
  expect(paths.length).toBeGreaterThan(60)
  const walkAll = async () =>
    new Map(await Promise.all(Object.entries(readers).map(async ([role, who]) => [role, await walk(who)] as const)))
  const before = await walkAll()
  const register = (visibility: 'me' | 'organization') =>
    nadia.call.accounts.register.mutate({
      ...{ id: randomUUID(), address: `https://x.com/nadia_${visibility === 'me' ? 'me' : 'all'}`, purpose: 'work', visibility },
      consent: { accepted: true, textVersion: consentTextVersion },
    })
  const { id } = await register('me')
  await nadia.call.accounts.use.mutate({ id })
  await nadia.call.accounts.saveQuestion.mutate({ isOff: true })
  const after = await walkAll()
  for (const role of Object.keys(readers)) {
    const learnt = changed(before.get(role) ?? new Map(), after.get(role) ?? new Map())
    expect(
      learnt.filter((path) => !counted.has(path)),
      role,
    ).toEqual([])
    expect(JSON.stringify([...(after.get(role) ?? [])]), role).not.toMatch(/nadia_me/)
  }
  // The walk would have seen it: an account that its owner shows to everybody is found.
  await register('organization')
  expect(changed(after.get('colleague') ?? new Map(), await walk(readers.colleague ?? nadia))).toContain('accounts.list')
})
