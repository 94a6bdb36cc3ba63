import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { writeWithPrisma } from '@oeuvre/db/tenant'
import type { ListFilter } from '@oeuvre/domain/outcomes/filter/schema'
import { type OutcomeDraftInput, OutcomeSummary } from '@oeuvre/domain/outcomes/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeSomeone, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, refusals, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'

let api: Api
let house: House
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
})
afterAll(() => api.stop())

async function log(who: Someone, over: Partial<OutcomeDraftInput> = {}, decider: Someone | null = null): Promise<string> {
  const outcome = house.draft({ title: '', subject: 'Somebody', story: {}, evidence: [], ...over })
  const { version } = await who.call.outcomes.log.mutate({ outcome, version: null })
  if (decider) await decider.call.review.verify.mutate({ ids: [{ id: outcome.id, version }] })
  return outcome.id
}
const ids = async (who: Someone, filter: Partial<ListFilter>) => (await who.call.outcomes.list.query(filter)).items.map((o) => o.id)

describe('pages', () => {
  test('follow one another in every order, without a gap or a double, while rows come in', async () => {
    const subject = `Pages ${randomUUID()}`
    const days = ['2026-02-01', '2026-02-03', '2026-02-03', '2026-02-03', '2026-02-02', '2026-01-31', '2026-02-04']
    const logged: string[] = []
    for (const occurredOn of days) logged.push(await log(house.aicha, { subject, occurredOn }))
    for (const sort of ['latest', 'earliest', 'waiting', 'changed'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await house.aicha.call.outcomes.list.query({ q: subject, sort, limit: 2, cursor })
        seen.push(...page.items.map((o) => o.id))
        cursor = page.nextCursor ?? undefined
        if (seen.length === 2)
          logged.push(await log(house.aicha, { subject, occurredOn: sort === 'earliest' ? '2026-01-01' : '2026-05-01' }))
      } while (cursor)
      expect(new Set(seen).size, sort).toBe(seen.length)
      expect(seen.length, sort).toBeGreaterThanOrEqual(logged.length - 1)
    }
    const latest = (await house.aicha.call.outcomes.list.query({ q: subject })).items.map((o) => o.occurredOn)
    expect(latest).toEqual(latest.toSorted().reverse())
  })
  test('an item is what its schema says and nothing besides, whoever reads it', async () => {
    const contributors = [{ personId: house.aicha.personId, role: 'lead' as const, weight: 1 }]
    await log(house.aicha, { value: { amount: '100', currency: 'EUR', decimalMark: '.' }, contributors }, house.claire)
    await log(house.aicha, { subject: 'Waits' })
    for (const who of [house.aicha, house.claire, house.colleague, house.executive]) {
      const { items } = await who.call.outcomes.list.query({})
      expect(items.length).toBeGreaterThan(0)
      for (const item of items) expect(OutcomeSummary.parse(item)).toEqual(item)
    }
  })
  test('a cursor that somebody cut or made up is refused', async () => {
    const made = [
      Buffer.from('["2026-02-30","x"]'),
      Buffer.from('["2026-01-01", "1; DROP TABLE outcome"]'),
      Buffer.from('null'),
      Buffer.from('{'),
    ]
    for (const cursor of ['x', ...made.map((b) => b.toString('base64url'))])
      expect(await refusals(house.aicha.call.outcomes.list.query({ cursor }))).toEqual([{ code: 'invalid-input', field: 'cursor' }])
  })
  test('drafts only when asked for, and only one’s own', async () => {
    const id = randomUUID()
    await house.aicha.call.outcomes.save.mutate({ outcome: { id, subject: 'Half a thought' }, version: null })
    expect(await ids(house.aicha, {})).not.toContain(id)
    expect(await ids(house.aicha, { state: ['draft'] })).toContain(id)
    expect(await ids(house.aicha, { state: ['draft', 'submitted'], mine: true })).toContain(id)
    expect(await ids(house.claire, { state: ['draft'] })).toEqual([])
  })
})

describe('filters', () => {
  test('type, kind of value, side, channel, rung, days, state', async () => {
    const won = await log(house.aicha, { subject: 'F', occurredOn: '2024-05-01' }, house.claire)
    const hired = await log(house.aicha, {
      subject: 'F',
      typeId: house.type('hire-made'),
      value: null,
      channels: [{ channelId: house.channel('phone') }],
      occurredOn: '2024-05-31',
    })
    const both = { from: '2024-05-01', to: '2024-05-31' }
    const found = async (filter: Partial<ListFilter>) =>
      (await ids(house.claire, { ...both, ...filter })).map((id) => ({ [won]: 'won', [hired]: 'hired' })[id]).sort()
    expect(await found({})).toEqual(['hired', 'won'])
    expect(await found({ to: '2024-05-30' })).toEqual(['won'])
    expect(await found({ type: [house.type('hire-made')] })).toEqual(['hired'])
    expect(await found({ valueKind: ['realised', 'potential'] })).toEqual(['won'])
    expect(await found({ side: ['both'] })).toEqual(['won'])
    expect(await found({ side: ['conventional'] })).toEqual(['hired'])
    expect(await found({ channel: [house.channel('linkedin')] })).toEqual(['won'])
    expect(await found({ channel: [house.channel('linkedin'), house.channel('phone')] })).toEqual(['hired', 'won'])
    expect(await found({ rung: [4, 5] })).toEqual(['won'])
    expect(await found({ state: ['submitted', 'declined'] })).toEqual(['hired'])
    expect(await house.claire.call.outcomes.count.query(both)).toEqual({ count: 2, isCapped: false })
  })
  test('a team and all below it, by the tree and the memberships of the day of each result', async () => {
    const { tenant, teams } = house
    const mover = await makeSomeone(api, tenant, 'Mover')
    await writeWithPrisma(api.db, tenant.organizationId, async (tx) => {
      const data = { organizationId: tenant.organizationId, personId: mover.personId }
      await tx.prisma.teamMembership.create({ data: { ...data, teamId: teams.research, validTo: new Date('2026-01-01') } })
      await tx.prisma.teamMembership.create({ data: { ...data, teamId: teams.export, validFrom: new Date('2026-01-01') } })
    })
    const subject = `Team ${randomUUID()}`
    const before = await log(mover, { subject, occurredOn: '2025-12-31' })
    const after = await log(mover, { subject, occurredOn: '2026-01-01' })
    const of = (team: string) => ids(house.dora, { q: subject, team, sort: 'earliest' })
    expect(await of(teams.research)).toEqual([before])
    expect(await of(teams.sales)).toEqual([after])
    expect(await of(teams.direction)).toEqual([before, after])
  })
  test('a person within reach; elsewhere their verified stories, and no count', async () => {
    const waiting = await log(house.jonas, { subject: 'Jonas waits' })
    const done = await log(house.jonas, { subject: 'Jonas done' }, house.rolf)
    const person = house.jonas.personId
    expect(await ids(house.rolf, { person })).toEqual(expect.arrayContaining([waiting, done]))
    expect(await ids(house.claire, { person })).toEqual([done])
    expect(await refusals(house.claire.call.outcomes.count.query({ person }))).toEqual([{ code: 'forbidden', field: 'person' }])
    expect((await house.executive.call.outcomes.count.query({ person })).count).toBe(1)
    expect((await house.jonas.call.outcomes.count.query({ person })).count).toBe(2)
  })
  test('within reach: what the impact page counts for this reader', async () => {
    const title = `Reach ${randomUUID()}`
    const ours = await log(house.aicha, { title }, house.claire)
    const theirs = await log(house.jonas, { title }, house.rolf)
    const thanked = await log(
      house.jonas,
      {
        title,
        contributors: [
          { personId: house.jonas.personId, role: 'lead', weight: 1 },
          { personId: house.aicha.personId, role: 'shadow', weight: 0 },
        ],
      },
      house.rolf,
    )
    expect((await ids(house.claire, { q: title })).length).toBe(3)
    expect(await ids(house.claire, { q: title, reach: true })).toEqual([ours])
    expect((await ids(house.rolf, { q: title, reach: true })).sort()).toEqual([theirs, thanked].sort())
    expect((await ids(house.executive, { q: title, reach: true })).length).toBe(3)
  })
})

describe('search', () => {
  test('by words in French and English forms, accents aside, the last word unfinished; nonsense finds nothing and breaks nothing', async () => {
    const id = await log(house.aicha, {
      title: 'Les écluses réparées',
      subject: 'Kläranlage Süd',
      story: { action: 'We repaired three gates.' },
    })
    const finds = async (q: string) => (await ids(house.aicha, { q })).includes(id)
    for (const q of ['ecluse', 'écluses', 'reparer', 'repairing gates', 'GATE', 'klaranl', '"repaired three"', 'écluses réparées gat'])
      expect([q, await finds(q)]).toEqual([q, true])
    for (const q of ["'", '":*', '&|!()', '\\', ':', '<->', 'zzz', '"', '%', "x' OR 1=1 --", '🜚'])
      expect([q, await finds(q)]).toEqual([q, false])
  })
  test('a client that a reader may not know is not found by its name either', async () => {
    const id = await log(house.aicha, { title: 'A lock', subject: 'Secretia' }, house.claire)
    const told = await log(house.aicha, { title: 'Thanks to Secretia', subject: 'Secretia' }, house.claire)
    expect(await ids(house.colleague, { q: 'secretia' })).toEqual([told])
    expect((await ids(house.claire, { q: 'secretia' })).sort()).toEqual([id, told].sort())
    expect((await ids(house.executive, { q: 'secretia' })).length).toBe(2)
    expect((await house.colleague.call.outcomes.suggestSubjects.query({ text: 'secre' })).subjects).toEqual([])
    expect((await house.claire.call.outcomes.suggestSubjects.query({ text: 'SECRÉ' })).subjects).toEqual(['Secretia'])
    const { items } = await house.colleague.call.outcomes.list.query({ q: 'secretia' })
    expect(items[0]).toMatchObject({ subject: null, value: null, isConfidentialShown: false, title: 'Thanks to Secretia' })
    expect(await refusal(house.colleague.call.outcomes.history.query({ id }))).toBe('forbidden')
  })
  test('suggestions: the latest spelling of each client, what begins with it first', async () => {
    await log(house.aicha, { subject: 'Neue  Werft', occurredOn: '2025-01-01' })
    await log(house.aicha, { subject: 'neue werft', occurredOn: '2025-02-01' })
    await log(house.aicha, { subject: 'Die neue 100%', occurredOn: '2025-03-01' })
    expect((await house.aicha.call.outcomes.suggestSubjects.query({ text: 'neue' })).subjects).toEqual(['neue werft', 'Die neue 100%'])
    expect((await house.aicha.call.outcomes.suggestSubjects.query({ text: '100%' })).subjects).toEqual(['Die neue 100%'])
    expect((await house.aicha.call.outcomes.suggestSubjects.query({ text: '__' })).subjects).toEqual([])
  })
})

test('a count stops at a thousand', async () => {
  const organizationId = house.tenant.organizationId
  await writeWithPrisma(api.db, organizationId, (tx) =>
    tx.run(sql`INSERT INTO outcome (organization_id, id, state, type_id, occurred_on, title)
      SELECT ${organizationId}::uuid, uuidv7(), 'verified', ${house.type('client-won')}::uuid, '2020-06-01', 'Many' FROM generate_series(1, 1001)`),
  )
  expect(await house.aicha.call.outcomes.count.query({ to: '2020-12-31' })).toEqual({ count: 1000, isCapped: true })
})
