import { randomUUID } from 'node:crypto'
import { write } from '@oeuvre/db/tenant'
import { consentTextVersion, type RegisterAccount } from '@oeuvre/domain/accounts/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePerson, makeSomeone, makeTeam, makeTenant, type Someone, type Tenant } from '../../../test/factories.ts'
import { type Api, refusal, startApi } from '../../../test/harness.ts'
import { type LastResults, recordActivity } from './commands/record-activity.ts'

let api: Api
let t: Tenant
let aicha: Someone
let claire: Someone
let colin: Someone
beforeAll(async () => {
  api = await startApi()
  t = await makeTenant(api)
  const sales = await makeTeam(api, t, 'Sales')
  const team = await makeTeam(api, t, 'Export', sales)
  aicha = await makeSomeone(api, t, 'Aïcha Benhaddou', { teamId: team })
  claire = await makeSomeone(api, t, 'Claire Morel', { manages: [sales] })
  colin = await makeSomeone(api, t, 'Colin Petit')
})
afterAll(() => api.stop())

const consent = { accepted: true, textVersion: consentTextVersion }
const input = (address: string, over: Partial<RegisterAccount> = {}): RegisterAccount => ({
  id: randomUUID(),
  address,
  purpose: 'work',
  visibility: 'managers',
  consent,
  ...over,
})
const register = (who: Someone, address: string, over: Partial<RegisterAccount> = {}) =>
  who.call.accounts.register.mutate(input(address, over))
const seenBy = async (who: Someone, id: string) => ({
  listed: (await who.call.accounts.list.query({})).accounts.some((account) => account.id === id),
  got: await who.call.accounts.get.query({ id }).then(
    () => 'found',
    () => 'not-found',
  ),
})

describe('lists', () => {
  test('by page, by platform, by team with those below it, by name and handle; one’s own are elsewhere', async () => {
    const home = await makeTenant(api)
    const top = await makeTeam(api, home, 'Top')
    const below = await makeTeam(api, home, 'Below', top)
    const reader = await makeSomeone(api, home, 'Zoé Reader')
    const owners = await Promise.all(
      ['Élodie A', 'Bruno B', 'Chloé 100%', 'Denis D'].map((name, i) => makeSomeone(api, home, name, { teamId: i < 2 ? below : top })),
    )
    for (const [i, owner] of owners.entries())
      for (const platform of ['x.com', 'github.com']) await register(owner, `https://${platform}/owner${i}`, { visibility: 'organization' })
    await register(reader, 'https://x.com/reader', { visibility: 'organization' })
    const names: string[] = []
    let cursor: string | null = null
    do {
      const page: { accounts: { owner: { name: string } }[]; nextCursor: string | null } = await reader.call.accounts.list.query({
        limit: 3,
        cursor,
      })
      expect(page.accounts.length).toBeLessThanOrEqual(3)
      names.push(...page.accounts.map(({ owner }) => owner.name))
      cursor = page.nextCursor
    } while (cursor)
    expect(names).toEqual(['Bruno B', 'Bruno B', 'Chloé 100%', 'Chloé 100%', 'Denis D', 'Denis D', 'Élodie A', 'Élodie A'])
    const list = async (filter: object) =>
      (await reader.call.accounts.list.query(filter)).accounts.map(({ owner, label }) => `${owner.name} ${label}`)
    expect(await list({ platform: 'github', teamId: below })).toEqual(['Bruno B owner1', 'Élodie A owner0'])
    expect(await list({ platform: 'x', teamId: top })).toHaveLength(4)
    expect(await list({ text: 'elodie' })).toHaveLength(2)
    expect(await list({ text: 'OWNER3', platform: 'x' })).toEqual(['Denis D @owner3'])
    expect(await list({ text: '100%' })).toHaveLength(2)
    expect(await list({ text: '%' })).toHaveLength(2)
    expect(await list({ text: '_' })).toEqual([])
    expect(await refusal(reader.call.accounts.list.query({ cursor: 'nonsense' }))).toBe('invalid-input')
  })

  test('what others see does not tell whom else it is shown to', async () => {
    const account = await register(aicha, 'https://x.com/aicha_shown', { visibility: 'managers' })
    expect(await claire.call.accounts.get.query({ id: account.id })).toMatchObject({
      visibility: null,
      isOwn: false,
      can: { change: false, withdraw: false },
    })
    expect(await seenBy(colin, account.id)).toEqual({ listed: false, got: 'not-found' })
  })

  test('counts are for executives and administrators, and not for a handful of people', async () => {
    const home = await makeTenant(api)
    const owner = await makeSomeone(api, home, 'Owner')
    const account = await register(owner, 'https://x.com/counted', { visibility: 'me' })
    const gone = await register(owner, 'https://x.com/counted_gone')
    await owner.call.accounts.withdraw.mutate({ id: gone.id, version: 1 })
    expect(await refusal(owner.call.accounts.count.query())).toBe('forbidden')
    expect(await home.administrator.call.accounts.count.query()).toEqual({ people: 2, counts: null, smallestGroup: 5 })
    for (let i = 0; i < 6; i++) await makePerson(api, home, `Person ${i}`)
    await makePerson(api, home, 'Left', { leftOn: '2020-01-01' })
    const carried = new Map([account.id, gone.id].map((id) => [id, '2026-09-14']))
    const record = (days: LastResults) =>
      write(api.db, home.organizationId, (tx) => recordActivity(tx, home.organizationId, [account.id, gone.id], async () => days))
    await record(carried)
    expect(await home.administrator.call.accounts.count.query()).toEqual({
      people: 8,
      smallestGroup: 5,
      counts: { registered: 1, ledToResult: 1, byPlatform: [{ platform: 'x', registered: 1 }] },
    })
    await home.administrator.call.organizations.saveSettings.mutate({ smallestGroup: 9 })
    expect(await home.administrator.call.accounts.count.query()).toEqual({ people: 8, counts: null, smallestGroup: 9 })
    expect((await owner.call.accounts.get.query({ id: account.id })).lastResultOn).toBe('2026-09-14')
    expect((await owner.call.accounts.get.query({ id: gone.id })).lastResultOn).toBeNull()
    await record(new Map())
    expect((await owner.call.accounts.get.query({ id: account.id })).lastResultOn).toBeNull()
  })
})
