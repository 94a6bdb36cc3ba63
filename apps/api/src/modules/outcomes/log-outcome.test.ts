import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read, writeWithPrisma } from '@oeuvre/db/tenant'
import type { OutcomeDraftInput } from '@oeuvre/domain/outcomes/schema'
import { naughtyStrings } from '@oeuvre/domain/testing/shared-data'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePerson, makeTenant } from '../../../test/factories.ts'
import { type Api, client, refusal, refusals, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
})
afterAll(() => api.stop())

const draft = (over: Partial<OutcomeDraftInput> = {}) => house.draft(over)
const log = (outcome: OutcomeDraftInput, version: number | null = null) => house.aicha.call.outcomes.log.mutate({ outcome, version })
const count = (table: 'outcome' | 'event' | 'contributor') =>
  read(api.db, house.tenant.organizationId, async (tx) =>
    Number(
      (
        await tx.one<{ n: string }>(
          sql`SELECT count(*) AS n FROM ${{ outcome: sql`outcome`, event: sql`event`, contributor: sql`contributor` }[table]}`,
        )
      )?.n,
    ),
  )
const equal = (...people: { personId: string }[]) =>
  people.map(({ personId }, i) => ({ personId, role: i === 0 ? ('lead' as const) : ('support' as const), weight: 1 }))

describe('bad input is refused beside its field, and nothing of it is stored', () => {
  const cases: [string, (h: House) => Partial<OutcomeDraftInput>, string, string][] = [
    ['nothing said', () => ({ typeId: null, subject: ' ', occurredOn: null }), 'required', 'typeId'],
    [
      'shares not adding up',
      (h) => ({ weightsAre: 'basis-points', contributors: equal(h.aicha, h.jonas).map((c) => ({ ...c, weight: 4_999 })) }),
      'shares-do-not-add-up',
      'contributors',
    ],
    [
      'nobody credited',
      (h) => ({ contributors: equal(h.aicha).map((c) => ({ ...c, weight: 0 })) }),
      'shares-do-not-add-up',
      'contributors',
    ],
    [
      'two leads',
      (h) => ({ contributors: equal(h.aicha, h.jonas).map((c) => ({ ...c, role: 'lead' as const })) }),
      'several-leads',
      'contributors',
    ],
    ['nobody leads', (h) => ({ contributors: equal(h.aicha).map((c) => ({ ...c, role: 'coach' as const })) }), 'no-lead', 'contributors'],
    ['somebody twice', (h) => ({ contributors: equal(h.aicha, h.aicha) }), 'contributor-twice', 'contributors.1.personId'],
    ['an unknown currency', () => ({ value: { amount: '10', currency: 'BTC' } }), 'unknown-currency', 'value.currency'],
    ['an amount that cannot be read', () => ({ value: { amount: 'about ten', currency: 'EUR' } }), 'amount-invalid', 'value.amount'],
    ['a negative amount', () => ({ value: { amount: '-1', currency: 'EUR' } }), 'amount-negative', 'value.amount'],
    ['more than 10¹²', () => ({ value: { amount: '1000000000000.01', currency: 'EUR' } }), 'amount-too-large', 'value.amount'],
    ['too many decimals', () => ({ value: { amount: '1.5', currency: 'JPY' } }), 'amount-too-precise', 'value.amount'],
    ['a value where the type has none', (h) => ({ typeId: h.type('hire-made') }), 'value-not-allowed', 'value.amount'],
    ['a day to come', () => ({ occurredOn: '2999-01-01' }), 'date-in-future', 'occurredOn'],
    ['a day before the first', () => ({ occurredOn: '1999-12-31' }), 'date-too-early', 'occurredOn'],
    ['no such day', () => ({ occurredOn: '2026-02-30' }), 'date-invalid', 'occurredOn'],
    ['a megabyte of story', () => ({ story: { situation: 'x'.repeat(1_000_000) } }), 'text-too-long', 'story.situation'],
    ['U+0000', () => ({ title: 'a\u0000b' }), 'text-unstorable', 'title'],
    ['a lone surrogate', () => ({ subject: 'a\ud800b' }), 'text-unstorable', 'subject'],
    [
      'a link that is a script',
      () => ({ evidence: [{ id: randomUUID(), url: 'javascript:alert(1)' }] }),
      'address-invalid',
      'evidence.0.url',
    ],
    ['an unknown channel', () => ({ channels: [{ channelId: randomUUID() }] }), 'unknown-channel', 'channels.0'],
    ['an unknown type', () => ({ typeId: randomUUID() }), 'unknown-type', 'typeId'],
    ['an unknown person', () => ({ contributors: equal({ personId: randomUUID() }) }), 'not-found', 'contributors.0.personId'],
    ['somebody out of reach alone', (h) => ({ contributors: equal(h.jonas) }), 'contributor-out-of-reach', 'contributors'],
    ['too many contributors', (h) => ({ contributors: Array.from({ length: 51 }, () => equal(h.aicha)[0]!) }), 'too-many', 'contributors'],
  ]
  test.each(cases)('%s', async (_, over, code, field) => {
    const before = [await count('outcome'), await count('event')]
    const found = await refusals(log(draft(over(house))))
    expect(found).toContainEqual(expect.objectContaining({ code, field: `outcome.${field}` }))
    expect([await count('outcome'), await count('event')]).toEqual(before)
  })

  test('a share for somebody who had left; on the last day it is theirs', async () => {
    const gone = await makePerson(api, house.tenant, 'Gone', { leftOn: '2026-03-01' })
    const contributors = equal(house.aicha, { personId: gone })
    expect(await refusals(log(draft({ contributors, occurredOn: '2026-03-02' })))).toEqual([
      { code: 'person-has-left', field: 'outcome.contributors.1.personId', params: { leftOn: '2026-03-01' } },
    ])
    expect(await log(draft({ contributors, occurredOn: '2026-02-28' }))).toMatchObject({ state: 'submitted' })
  })

  test('people, channels and accounts of another organization are not there', async () => {
    const other = await makeHouse(api)
    const found = await refusals(
      log(
        draft({
          typeId: other.type('client-won'),
          channels: [{ channelId: other.channel('phone') }],
          contributors: equal(house.aicha, other.jonas),
        }),
      ),
    )
    expect(found.map((r) => [r.code, r.field])).toEqual([
      ['unknown-type', 'outcome.typeId'],
      ['unknown-channel', 'outcome.channels.0'],
      ['not-found', 'outcome.contributors.1.personId'],
    ])
    const theirs = other.draft()
    await other.aicha.call.outcomes.log.mutate({ outcome: theirs, version: null })
    expect(await refusal(house.aicha.call.outcomes.get.query({ id: theirs.id }))).toBe('not-found')
    expect(await refusal(log(draft({ id: theirs.id }), 1))).toBe('not-found')
    // The same id in two organizations: two outcomes that know nothing of one another.
    expect(await log(draft({ id: theirs.id }))).toMatchObject({ version: 1, state: 'submitted' })
    expect(await other.aicha.call.outcomes.get.query({ id: theirs.id })).toMatchObject({ version: 1, author: { id: other.aicha.personId } })
  })

  test('an id of evidence that stands on another outcome', async () => {
    const first = draft()
    await log(first)
    expect(await refusals(log(draft({ evidence: first.evidence ?? [] })))).toEqual([{ code: 'conflict', field: 'outcome.evidence' }])
    expect((await house.aicha.call.outcomes.get.query({ id: first.id })).evidence).toHaveLength(1)
  })

  test('a session that ended meanwhile, and somebody else’s organization', async () => {
    const { tenant, aicha } = house
    expect(
      await refusal(client(api, 'oeuvre.session_token=gone.xyz', tenant.slug).outcomes.log.mutate({ outcome: draft(), version: null })),
    ).toBe('unauthenticated')
    const stranger = (await makeTenant(api)).administrator
    expect(await refusal(client(api, stranger.cookie, tenant.slug).outcomes.log.mutate({ outcome: draft(), version: null }))).toBe(
      'not-found',
    )
    expect(await refusal(aicha.call.review.verify.mutate({ ids: [{ id: randomUUID(), version: 1 }] }))).toBe('forbidden')
  })
})

describe('the same sent twice', () => {
  test('one after the other: one outcome, the same answer', async () => {
    const outcome = draft()
    const first = await log(outcome)
    const again = await log(outcome)
    expect({ ...again, savedAt: '' }).toEqual({ ...first, savedAt: '' })
  })
  test('at once: one outcome, one event, the same answer', async () => {
    const before = [await count('outcome'), await count('event')]
    const outcome = draft({ contributors: equal(house.aicha, house.jonas) })
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => client(api, house.aicha.cookie, house.tenant.slug).outcomes.log.mutate({ outcome, version: null })),
    )
    expect(new Set(answers.map((a) => `${a.id} ${a.version} ${a.state}`)).size).toBe(1)
    expect([await count('outcome'), await count('event')]).toEqual(before.map((n) => n + 1))
  })
  test('a draft saved and saved again, then sent twice', async () => {
    const { call } = house.aicha
    const outcome = draft()
    for (const _ of [1, 2])
      expect(await call.outcomes.save.mutate({ outcome, version: null })).toMatchObject({ version: 1, state: 'draft' })
    for (const _ of [1, 2]) expect(await log(outcome, 1)).toMatchObject({ version: 2, state: 'submitted' })
    expect(await refusals(log({ ...outcome, title: 'Other' }, 1))).toMatchObject([
      { code: 'state-changed', params: { state: 'submitted', version: 2, by: 'Aicha', event: 'outcome.submitted' } },
    ])
  })
  test('somebody else’s id is not mine', async () => {
    const outcome = draft()
    await log(outcome)
    expect(await refusal(house.colleague.call.outcomes.log.mutate({ outcome, version: null }))).toBe('not-found')
    expect(await refusal(house.claire.call.outcomes.log.mutate({ outcome, version: 1 }))).toBe('state-changed')
    expect(await refusal(house.claire.call.outcomes.save.mutate({ outcome, version: 1 }))).toBe('forbidden')
  })
})

describe('texts', () => {
  test('are stored as typed: every naughty string comes back from every field', async ({ skip }) => {
    const strings = naughtyStrings() ?? skip()
    const all = [...strings.filter((s) => s.length <= 300), ' kept  as \t typed\r\n', '\u202eright to left', 'e\u0301 \u00e9']
    expect(all.length).toBeGreaterThan(480)
    const roundTrip = async (text: string) => {
      const [id, evidenceId] = [randomUUID(), randomUUID()]
      const evidence = [{ id: evidenceId, url: 'https://example.org/', label: text }]
      const story = { situation: text, action: text, result: text }
      await house.aicha.call.outcomes.save.mutate({
        outcome: { id, title: text, subject: text, externalId: text, evidence, story },
        version: null,
      })
      const { title, subject, externalId, evidence: links, story: told } = await house.aicha.call.outcomes.get.query({ id })
      expect({ title, subject, externalId, told, label: links?.[0]?.caption }).toEqual({
        title: text,
        subject: text,
        externalId: text,
        told: story,
        label: text,
      })
    }
    for (let i = 0; i < all.length; i += 40) await Promise.all(all.slice(i, i + 40).map(roundTrip))
  })
  test('words of a decision too, and the longest story that is allowed', async () => {
    const outcome = draft({
      story: { situation: Array.from({ length: 20_000 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join(''), action: '🜚'.repeat(20_000) },
    })
    await log(outcome)
    const words = '"; DROP TABLE outcome; --  <script>\u202e\ufdd0'
    await house.claire.call.review.requestChanges.mutate({
      ids: [{ id: outcome.id, version: 1 }],
      words,
      reasonId: house.reason('changes'),
    })
    expect((await house.aicha.call.outcomes.history.query({ id: outcome.id })).entries.at(-1)).toMatchObject({
      words,
      by: { name: 'Claire' },
    })
    expect((await house.aicha.call.outcomes.get.query({ id: outcome.id })).story.action).toBe(outcome.story?.action)
  })
  test('no text enters the event log', async () => {
    const canary = 'C4N4RY'
    const outcome = draft({
      title: canary,
      subject: canary,
      externalId: canary,
      story: { situation: canary, action: canary, result: canary },
      evidence: [{ id: randomUUID(), url: `https://${canary}.example/`, label: canary }],
    })
    await log(outcome)
    await house.aicha.call.outcomes.save.mutate({ outcome: { ...outcome, title: `${canary}2` }, version: 1 })
    await house.claire.call.review.decline.mutate({
      ids: [{ id: outcome.id, version: 2 }],
      reasonId: house.reason('decline'),
      words: canary,
    })
    const events = await read(api.db, house.tenant.organizationId, (tx) =>
      tx.rows<{ payload: unknown }>(sql`SELECT payload FROM event WHERE subject_id = ${outcome.id}::uuid`),
    )
    expect(events).toHaveLength(3)
    expect(JSON.stringify(events)).not.toContain(canary)
  })
})

describe('accounts', () => {
  async function account(personId: string, over: { visibility?: string; isWithdrawn?: boolean } = {}): Promise<string> {
    const organizationId = house.tenant.organizationId
    return writeWithPrisma(api.db, organizationId, async (tx) => {
      const row = await tx.prisma.socialAccount.create({
        data: {
          organizationId,
          personId,
          platform: 'linkedin',
          address: 'https://www.linkedin.com/in/aicha',
          handle: 'in/aicha',
          addressKey: `linkedin:in/${randomUUID()}`,
          purpose: 'work',
          visibility: over.visibility ?? 'me',
          consentText: '2026-11',
          consentedAt: new Date(),
          withdrawnAt: over.isWithdrawn ? new Date() : null,
        },
      })
      return row.id
    })
  }
  const by = (accountId: string) => draft({ channels: [{ channelId: house.channel('linkedin'), accountId }] })

  test('are the author’s or a contributor’s own, registered and not withdrawn', async () => {
    const refused = [{ code: 'account-not-usable', field: 'outcome.channels.0' }]
    expect(await refusals(log(by(await account(house.colleague.personId))))).toEqual(refused)
    expect(await refusals(log(by(await account(house.aicha.personId, { isWithdrawn: true }))))).toEqual(refused)
    expect(await refusals(log(by(randomUUID())))).toEqual(refused)
    expect(await log(by(await account(house.aicha.personId)))).toMatchObject({ state: 'submitted' })
  })
  test('their handle is shown to those whom the owner allows; withdrawn, the platform stays', async () => {
    const accountId = await account(house.aicha.personId, { visibility: 'managers' })
    const outcome = by(accountId)
    await log(outcome)
    await house.claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version: 1 }] })
    const seenBy = async (who: { call: House['aicha']['call'] }) => (await who.call.outcomes.get.query({ id: outcome.id })).channels[0]
    expect((await seenBy(house.aicha))?.account).toEqual({ id: accountId, handle: 'in/aicha' })
    expect((await seenBy(house.claire))?.account).toEqual({ id: accountId, handle: 'in/aicha' })
    expect((await seenBy(house.colleague))?.account).toBeNull()
    await writeWithPrisma(api.db, house.tenant.organizationId, (tx) =>
      tx.prisma.socialAccount.updateMany({ where: { id: accountId }, data: { withdrawnAt: new Date() } }),
    )
    for (const who of [house.aicha, house.claire]) expect(await seenBy(who)).toMatchObject({ platform: 'linkedin', account: null })
  })
})

describe('logging for somebody', () => {
  test('a manager within reach; the person sees the draft, the manager does not verify it', async () => {
    const outcome = draft({ contributors: equal(house.aicha) })
    await house.samuel.call.outcomes.save.mutate({ outcome, version: null })
    expect((await house.aicha.call.outcomes.get.query({ id: outcome.id })).can).toMatchObject({ edit: false, submit: false })
    const sent = await house.samuel.call.outcomes.submit.mutate({ ids: [{ id: outcome.id, version: 1 }] })
    expect(sent.outcomes[0]).toMatchObject({ state: 'submitted', version: 2, can: { verify: false, withdraw: true } })
    expect(await refusals(house.samuel.call.review.verify.mutate({ ids: [{ id: outcome.id, version: 2 }] }))).toEqual([
      { code: 'own-result', field: 'ids.0' },
    ])
    expect((await house.samuel.call.outcomes.get.query({ id: outcome.id })).whyNotMe).toBe('own-result')
    expect((await house.claire.call.review.verify.mutate({ ids: [{ id: outcome.id, version: 2 }] })).outcomes[0]?.state).toBe('verified')
  })
  test('an incomplete draft is refused as a set, under its place', async () => {
    const id = randomUUID()
    await house.aicha.call.outcomes.save.mutate({ outcome: { id, typeId: house.type('client-won') }, version: null })
    const good = draft()
    await house.aicha.call.outcomes.save.mutate({ outcome: good, version: null })
    const set = [good.id, id].map((x) => ({ id: x, version: 1 }))
    expect(await refusals(house.aicha.call.outcomes.submit.mutate({ ids: set }))).toEqual([
      { code: 'required', field: 'ids.1.subject' },
      { code: 'required', field: 'ids.1.occurredOn' },
    ])
    expect((await house.aicha.call.outcomes.get.query({ id: good.id })).state).toBe('draft')
    expect(await house.aicha.call.outcomes.removeDrafts.mutate({ ids: set })).toEqual({ removed: 2 })
    expect(await refusal(house.aicha.call.outcomes.get.query({ id }))).toBe('not-found')
  })
})
