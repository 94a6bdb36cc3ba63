import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read, write } from '@oeuvre/db/tenant'
import { consentTextVersion, type RegisterAccount } from '@oeuvre/domain/accounts/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, makeSomeone, makeTeam, makeTenant, type Someone, type Tenant } from '../../../test/factories.ts'
import { type Api, refusal, refusals, settled, startApi } from '../../../test/harness.ts'
import { eraseWithdrawn } from './commands/erase-withdrawn.ts'
import { restoreAccount } from './commands/restore-account.ts'
import { withdrawAccount } from './commands/withdraw-account.ts'

let api: Api
let t: Tenant
let aicha: Someone
let claire: Someone
let colin: Someone
let eve: Someone
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
  t = await makeTenant(api)
  const sales = await makeTeam(api, t, 'Sales')
  const team = await makeTeam(api, t, 'Export', sales)
  aicha = await makeSomeone(api, t, 'Aïcha Benhaddou', { teamId: team })
  claire = await makeSomeone(api, t, 'Claire Morel', { manages: [sales] })
  colin = await makeSomeone(api, t, 'Colin Petit')
  eve = await makeSomeone(api, t, 'Ève Roux', { roles: ['executive'] })
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
const events = (subject: string) =>
  read(api.db, t.organizationId, (tx) =>
    tx.rows<{ type: string; payload: Record<string, unknown>; actor_person_id: string }>(
      sql`SELECT type, payload, actor_person_id FROM event WHERE organization_id = ${t.organizationId}::uuid AND subject_id = ${subject}::uuid ORDER BY id`,
    ),
  )
const seenBy = async (who: Someone, id: string) => ({
  listed: (await who.call.accounts.list.query({})).accounts.some((account) => account.id === id),
  got: await who.call.accounts.get.query({ id }).then(
    () => 'found',
    () => 'not-found',
  ),
})
const facts = () =>
  read(api.db, t.organizationId, (tx) =>
    tx.one<{ v: string }>(sql`SELECT facts_version AS v FROM organization_version WHERE organization_id = ${t.organizationId}::uuid`),
  )

describe('registering', () => {
  test('recognises the account, keeps the consent, and says what one may do with it', async () => {
    const before = Number((await facts())?.v)
    const account = await register(aicha, ' http://fr.linkedin.com/in/Aicha-B/?utm_source=share ', { purpose: 'personal-work' })
    expect(account).toMatchObject({
      platform: 'linkedin',
      label: 'in/Aicha-B',
      address: 'https://www.linkedin.com/in/Aicha-B',
      owner: { id: aicha.personId, name: 'Aïcha Benhaddou' },
      isOwn: true,
      purpose: 'personal-work',
      visibility: 'managers',
      consentTextVersion,
      isProven: false,
      state: 'registered',
      version: 1,
      can: { change: true, withdraw: true, restore: false, erase: true },
    })
    expect((await aicha.call.accounts.listOwn.query()).accounts.map(({ id }) => id)).toContain(account.id)
    const consents = await read(api.db, t.organizationId, (tx) =>
      tx.rows(
        sql`SELECT action, purpose, visibility, consent_text FROM account_consent WHERE organization_id = ${t.organizationId}::uuid AND account_id = ${account.id}::uuid`,
      ),
    )
    expect(consents).toEqual([{ action: 'given', purpose: 'personal-work', visibility: 'managers', consent_text: consentTextVersion }])
    const [registered] = await events(account.id)
    expect(registered).toMatchObject({ type: 'account.registered', actor_person_id: aicha.personId, payload: { platform: 'linkedin' } })
    expect(JSON.stringify(registered)).not.toMatch(/aicha-b|https/i)
    expect(Number((await facts())?.v)).toBeGreaterThan(before)
  })

  test('never for somebody else: whatever is sent beside, it is the caller’s', async () => {
    const smuggled = {
      ...input('https://x.com/somebody_else'),
      personId: aicha.personId,
      ownerId: aicha.personId,
      person: { id: aicha.personId },
    }
    const account = await claire.call.accounts.register.mutate(smuggled)
    expect(account.owner.id).toBe(claire.personId)
    expect((await aicha.call.accounts.listOwn.query()).accounts.map(({ id }) => id)).not.toContain(account.id)
  })

  test('the same submission twice is one account, also when both arrive at once', async () => {
    const once = input('https://x.com/aicha_twice')
    const answers = await Promise.all([1, 2, 3].map(() => aicha.call.accounts.register.mutate(once).catch((e: unknown) => e)))
    const own = (await aicha.call.accounts.listOwn.query()).accounts.filter(({ id }) => id === once.id)
    expect(own).toHaveLength(1)
    expect(await aicha.call.accounts.register.mutate(once)).toMatchObject({ id: once.id, version: 1 })
    expect(answers.some((answer) => (answer as { id?: string }).id === once.id)).toBe(true)
    expect(await refusal(colin.call.accounts.register.mutate({ ...once, address: 'https://x.com/colin_id' }))).toBe('conflict')
  })

  test('refuses with the reason beside its field, and stores nothing', async () => {
    const count = async () => (await aicha.call.accounts.listOwn.query()).accounts.length
    const before = await count()
    await register(aicha, 'github.com/aicha')
    expect(await refusals(register(aicha, 'https://github.com/Aicha/'))).toEqual([{ code: 'already-registered', field: 'address' }])
    const bad: [string, string][] = [
      ['', 'required'],
      ['   ', 'required'],
      ['javascript:alert(1)', 'address-unsafe'],
      ['https://linkedin.com@evil.com/in/jane', 'address-unsafe'],
      ['https://x.com/jane/status/20', 'address-not-a-profile'],
      ['aicha', 'platform-needed'],
      [`https://x.com/${'a'.repeat(5000)}`, 'text-too-long'],
      ['https://x.com/a\u0000b', 'text-unstorable'],
    ]
    for (const [address, code] of bad) expect(await refusals(register(aicha, address)), address).toMatchObject([{ code, field: 'address' }])
    expect(await refusals(register(aicha, 'https://x.com/no_consent', { consent: { ...consent, accepted: false } }))).toMatchObject([
      { code: 'consent-needed', field: 'consent.accepted' },
    ])
    expect(await refusals(register(aicha, 'https://x.com/old_text', { consent: { ...consent, textVersion: '2020-01' } }))).toMatchObject([
      { code: 'consent-text-changed' },
    ])
    expect(await count()).toBe(before + 1)
  })

  test('the same account claimed by two is accepted, and whoever had it is told without a name', async () => {
    const first = await register(aicha, 'https://www.behance.net/valmont')
    const second = await register(colin, 'behance.net/Valmont')
    for (const { id } of [first, second]) {
      const doubled = (await events(id)).filter(({ type }) => type === 'account.doubled')
      expect(doubled).toHaveLength(1)
      expect(doubled[0]?.payload).toEqual({})
    }
    await settled(api)
    const told = async (who: Someone) => (await who.call.notifications.list.query({})).items.map(({ topic, by }) => [topic, by])
    expect(await Promise.all([aicha, colin, claire, t.administrator].map(told))).toEqual([...[[['account-doubled', null]], [], [], []]])
    const answer = JSON.stringify(second)
    expect(answer).not.toContain(aicha.personId)
    expect(answer).not.toContain('Aïcha')
    await register(aicha, 'https://valmont.slack.com')
    const shared = await register(colin, 'https://valmont.slack.com')
    expect((await events(shared.id)).map(({ type }) => type)).toEqual(['account.registered'])
  })
})

describe('changing and withdrawing', () => {
  test('a change is a consent with its date, and needs the version that was read', async () => {
    const account = await register(aicha, 'https://x.com/aicha_change')
    const change = { id: account.id, version: 1, purpose: 'work', visibility: 'organization', consent } as const
    const changed = await aicha.call.accounts.changeConsent.mutate(change)
    expect(changed).toMatchObject({ visibility: 'organization', version: 2 })
    expect(await refusal(aicha.call.accounts.changeConsent.mutate(change))).toBe('conflict')
    expect((await events(account.id)).map(({ type }) => type)).toEqual(['account.registered', 'account.consent-changed'])
    await aicha.call.accounts.withdraw.mutate({ id: account.id, version: 2 })
    const { agreements } = await aicha.call.accounts.agreements.query({ id: account.id })
    expect(agreements.map(({ action, visibility }) => `${action} ${visibility}`)).toEqual([
      'given managers',
      'changed organization',
      'withdrawn organization',
    ])
    expect(agreements.every(({ at, textVersion }) => !Number.isNaN(Date.parse(at)) && textVersion === consentTextVersion)).toBe(true)
    expect(await refusal(claire.call.accounts.agreements.query({ id: account.id }))).toBe('not-found')
  })

  test('nobody acts on somebody else’s, whatever they see', async () => {
    const open = await register(aicha, 'https://x.com/aicha_open', { visibility: 'organization' })
    const closed = await register(aicha, 'https://x.com/aicha_closed', { visibility: 'me' })
    for (const who of [claire, colin, eve, t.administrator]) {
      expect(await refusal(who.call.accounts.withdraw.mutate({ id: open.id, version: 1 }))).toBe('forbidden')
      expect(await refusal(who.call.accounts.withdraw.mutate({ id: closed.id, version: 1 }))).toBe('not-found')
      expect(
        await refusal(who.call.accounts.changeConsent.mutate({ id: closed.id, version: 1, purpose: 'work', visibility: 'me', consent })),
      ).toBe('not-found')
    }
  })

  test('withdrawn: nobody else sees it, undo brings it back, and only for ten minutes', async () => {
    const account = await register(aicha, 'https://x.com/aicha_gone', { visibility: 'organization' })
    expect(await seenBy(colin, account.id)).toEqual({ listed: true, got: 'found' })
    const withdrawn = await aicha.call.accounts.withdraw.mutate({ id: account.id, version: 1 })
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      label: '@aicha_gone',
      can: { change: false, withdraw: false, restore: true, erase: true },
    })
    expect(Date.parse(withdrawn.erasesAt ?? '') - Date.parse(withdrawn.withdrawnAt ?? '')).toBe(30 * 86_400_000)
    for (const who of [colin, claire, eve, t.administrator])
      expect(await seenBy(who, account.id)).toEqual({ listed: false, got: 'not-found' })
    const restored = await aicha.call.accounts.restore.mutate({ id: account.id, version: 2 })
    expect(restored).toMatchObject({ state: 'registered', version: 3, withdrawnAt: null })
    expect(await seenBy(colin, account.id)).toEqual({ listed: true, got: 'found' })
    const now = new Date()
    const ctx = await contextOf(api, aicha, now)
    await withdrawAccount(ctx, { id: account.id, version: 3, eraseNow: false })
    const late = { ...ctx, now: new Date(now.getTime() + 600_000) }
    await expect(restoreAccount(late, { id: account.id, version: 4 })).rejects.toMatchObject({ code: 'withdrawal-final' })
    expect((await register(aicha, 'https://x.com/aicha_gone')).id).not.toBe(account.id)
    await expect(restoreAccount({ ...ctx, now }, { id: account.id, version: 4 })).rejects.toMatchObject({ code: 'already-registered' })
  })

  test('erased at once on request, or after thirty days; the consents stay', async () => {
    const once = await register(aicha, 'https://x.com/aicha_once')
    expect(await aicha.call.accounts.withdraw.mutate({ id: once.id, version: 1, eraseNow: true })).toMatchObject({
      state: 'erased',
      label: null,
      address: null,
      can: { change: false, withdraw: false, restore: false, erase: false },
    })
    const later = await register(aicha, 'https://x.com/aicha_later')
    await aicha.call.accounts.withdraw.mutate({ id: later.id, version: 1 })
    const ctx = await contextOf(api, aicha)
    const system = { ...ctx, actor: { ...ctx.actor, kind: 'system', personId: null } as Actor }
    const days = (n: number) => new Date(Date.now() + n * 86_400_000)
    await eraseWithdrawn({ ...system, now: days(29) })
    expect((await aicha.call.accounts.listOwn.query()).accounts.map(({ id }) => id)).toContain(later.id)
    expect((await eraseWithdrawn({ ...system, now: days(31) })).erased).toBeGreaterThan(0)
    expect(await eraseWithdrawn({ ...system, now: days(31) })).toEqual({ erased: 0 })
    const left = await read(api.db, t.organizationId, (tx) =>
      tx.rows<{ text: string; n: string }>(sql`
        SELECT a::text AS text, (SELECT count(*) FROM account_consent c WHERE c.organization_id = a.organization_id AND c.account_id = a.id) AS n
        FROM social_account a WHERE a.organization_id = ${t.organizationId}::uuid AND a.id = ANY(${[once.id, later.id]}::uuid[])`),
    )
    expect(left).toHaveLength(2)
    for (const row of left) expect(row).toMatchObject({ text: expect.not.stringMatching(/aicha_/), n: '2' })
    expect(JSON.stringify(await events(once.id))).not.toContain('aicha_once')
  })

  test('the database itself refuses a second living account and a half erased one', async () => {
    const account = await register(aicha, 'https://x.com/aicha_base')
    const copy = write(api.db, t.organizationId, (tx) =>
      tx.run(sql`
        INSERT INTO social_account (organization_id, person_id, platform, address, handle, address_key, purpose, visibility, consented_at, consent_text, updated_at)
        SELECT organization_id, person_id, platform, address, handle, address_key, purpose, visibility, consented_at, consent_text, now()
        FROM social_account WHERE id = ${account.id}::uuid`),
    )
    await expect(copy).rejects.toThrow(/own_partial/)
    await expect(
      write(api.db, t.organizationId, (tx) => tx.run(sql`UPDATE social_account SET erased_at = now() WHERE id = ${account.id}::uuid`)),
    ).rejects.toThrow(/check/)
  })
})

describe('platforms of the organization’s own', () => {
  test('an administrator adds one; accounts there carry its name, once whichever form was pasted; archived, it is recognised no more', async () => {
    const save = (over: object = {}) =>
      t.administrator.call.accounts.savePlatform.mutate({
        ...{ id: randomUUID(), name: 'La Guilde', hosts: 'guilde.example.fr guild.example.com', pattern: '/membres/{handle}' },
        ...over,
      })
    expect(await refusal(aicha.call.accounts.savePlatform.mutate({ id: randomUUID(), name: 'Mine', hosts: 'mine.example.fr' }))).toBe(
      'forbidden',
    )
    const { id } = await save()
    expect(await refusals(save({ hosts: 'x.example.fr' }))).toMatchObject([{ code: 'name-taken', field: 'name' }])
    expect(await refusals(save({ name: 'Other' }))).toMatchObject([{ code: 'host-taken', field: 'hosts' }])
    expect(await refusals(save({ name: 'LinkedIn', hosts: 'l.example.fr' }))).toMatchObject([{ code: 'name-taken', field: 'name' }])
    expect(await refusals(save({ name: 'Other', hosts: 'github.com' }))).toMatchObject([{ code: 'platform-known', field: 'hosts' }])
    const account = await register(aicha, 'guild.example.com/membres/aicha?utm_source=x', { visibility: 'organization' })
    expect(account).toMatchObject({
      platform: 'own',
      platformName: 'La Guilde',
      label: 'aicha',
      address: 'https://guilde.example.fr/membres/aicha',
    })
    expect(await refusals(register(aicha, 'https://guilde.example.fr/membres/aicha/'))).toEqual([
      { code: 'already-registered', field: 'address' },
    ])
    await t.administrator.call.accounts.archivePlatform.mutate({ id, isArchived: true })
    expect((await colin.call.accounts.get.query({ id: account.id })).platformName).toBe('La Guilde')
    expect(await register(colin, 'https://guilde.example.fr/membres/colin')).toMatchObject({ platform: 'blog', platformName: null })
    expect((await events(id)).map(({ type, payload }) => [type, payload])).toEqual([
      ['platform.saved', {}],
      ['platform.archived', {}],
    ])
  })
})
