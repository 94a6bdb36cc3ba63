import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { unite } from '@oeuvre/domain/outcomes/merge/rules'
import type { OutcomeDraftInput } from '@oeuvre/domain/outcomes/schema'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '../src/modules/credits/queries/verify-ledger.ts'
import { type Api, refusal, startApi } from './harness.ts'
import { type House, makeHouse } from './outcome-factories.ts'
import { allConverted, loadRates } from './rates.ts'

let api: Api
beforeAll(async () => {
  api = await startApi({ hasJobs: true })
})
afterAll(() => api.stop())

const quarter = { from: '2026-01-01', to: '2026-03-31' }
const worth = (amount: string, currency = 'EUR') => ({ amount, currency, decimalMark: '.' as const })
type Member = { readonly id: string; readonly version: number }
async function submitted(house: House, over: Partial<OutcomeDraftInput> = {}): Promise<Member> {
  const outcome = house.draft({ evidence: [], ...over })
  const { version } = await house.aicha.call.outcomes.log.mutate({ outcome, version: null })
  return { id: outcome.id, version }
}
async function verify(house: House, member: Member): Promise<Member> {
  const { outcomes } = await house.claire.call.review.verify.mutate({ ids: [member] })
  return { id: member.id, version: outcomes[0]!.version }
}
const verified = async (house: House, over: Partial<OutcomeDraftInput> = {}) => verify(house, await submitted(house, over))
const amend = (house: House, { id, version }: Member, over: Partial<OutcomeDraftInput>) =>
  house.claire.call.review.amend.mutate({
    outcome: house.draft({ evidence: [], ...over, id }),
    version,
    words: 'Asked.',
    wereContributorsAsked: true,
  })
const split = (house: House, weights: readonly number[]) =>
  [house.aicha, house.jonas].map(({ personId }, i) => ({
    personId,
    role: i === 0 ? ('lead' as const) : ('support' as const),
    weight: weights[i] ?? 1,
  }))

const add = (sums: readonly { resultsBp: string; outcomes: number; valueMinor: string; potentialMinor: string }[]) => ({
  resultsBp: String(sums.reduce((n, s) => n + BigInt(s.resultsBp), 0n)),
  outcomes: sums.reduce((n, s) => n + s.outcomes, 0),
  valueMinor: String(sums.reduce((n, s) => n + BigInt(s.valueMinor), 0n)),
  potentialMinor: String(sums.reduce((n, s) => n + BigInt(s.potentialMinor), 0n)),
})
/** Reported, and restated one by one, is what the page says now; whatever happened. */
async function expectExact(house: House, id: string): Promise<Awaited<ReturnType<typeof restatements>>> {
  const { closings } = await house.executive.call.impact.closings.query()
  const { figures, ...closing } = closings.find((one) => one.id === id)!
  const answer = await restatements(house, id)
  const page = await house.executive.call.impact.page.query({ period: `${closing.from}..${closing.to}` })
  const { resultsBp, outcomes, valueMinor, potentialMinor } = page.headline.now
  expect(answer.now).toEqual({ resultsBp, outcomes, valueMinor, potentialMinor })
  expect(add([figures, answer.restated])).toEqual(answer.now)
  expect(add(answer.restatements)).toEqual(answer.restated)
  return answer
}
const restatements = (house: House, id: string) => house.executive.call.impact.restatements.query({ id })

describe('a closed period', () => {
  test('keeps what was reported; what comes later stands beside it, by result, day and cause, and adds up', async () => {
    const house = await makeHouse(api)
    const { administrator } = house.tenant
    const [a, b, c, d] = [
      await verified(house, { subject: 'Reopened' }),
      await verified(house, { subject: 'Said anew', value: worth('1000.00') }),
      await verified(house, { subject: 'Shared anew' }),
      await verified(house, { subject: 'Moved to April', value: worth('300.00') }),
    ]
    await verified(house, { subject: 'Dollars', value: worth('116.84', 'USD') })
    await verified(house, { subject: 'Another quarter', occurredOn: '2026-04-01' })
    const late = await submitted(house, { subject: 'Late', value: worth('50.00') })
    const { id } = await house.executive.call.impact.close.mutate({ ...quarter, note: 'For the board of 4 October' })
    expect((await expectExact(house, id)).restatements).toEqual([])
    const [closing] = (await house.executive.call.impact.closings.query()).closings
    expect(closing).toMatchObject({
      ...{ code: 'quarter:2026-Q1', ...quarter, closedBy: { name: 'Eve' }, note: 'For the board of 4 October', reopened: null },
      figures: {
        outcomes: 5,
        resultsBp: '50000',
        valueMinor: '12930100',
        notConverted: [{ currency: 'USD', outcomes: 1, valueMinor: '11684' }],
      },
    })

    await house.claire.call.review.reopen.mutate({ ids: [a], words: 'The client took it back.' })
    await amend(house, b, { subject: 'Said anew', value: worth('900.00') })
    await amend(house, c, { subject: 'Shared anew', contributors: split(house, [1, 2]) })
    await amend(house, d, { subject: 'Moved to April', occurredOn: '2026-04-02', value: worth('300.00') })
    await verify(house, late)
    await loadRates(api, administrator, 'day,currency,rate\n2026-03-01,USD,1.1684\n')
    await allConverted(administrator)

    const answer = await expectExact(house, id)
    expect(answer.restated).toEqual({
      resultsBp: '-10000',
      outcomes: -1,
      valueMinor: String(-6400050 - 10000 - 30000 + 5000 + 10000),
      potentialMinor: '0',
    })
    const told = answer.restatements.map(({ title, cause, outcomes, valueMinor }) => ({ title, cause, outcomes, valueMinor }))
    expect(new Set(told)).toEqual(
      new Set([
        { title: null, cause: 'reopened', outcomes: -1, valueMinor: '-6400050' },
        { title: 'Bronze bushings', cause: 'amended', outcomes: 0, valueMinor: '-10000' },
        { title: 'Bronze bushings', cause: 'amended', outcomes: -1, valueMinor: '-30000' },
        { title: 'Bronze bushings', cause: 'verified', outcomes: 1, valueMinor: '5000' },
        { title: 'Bronze bushings', cause: 'converted', outcomes: 0, valueMinor: '10000' },
      ]),
    )
    expect(answer.withoutEffect).toBe(1)
    // Words are for those who take part in deciding; an executive as such reads the figures.
    expect(answer.restatements.map(({ words }) => words)).toEqual([null, null, null, null, null])
  })

  test('who also decides reads the words; reopened with a reason it is closed anew, and counts from there', async () => {
    const house = await makeHouse(api)
    const both = await makeBoth(house)
    const a = await verified(house)
    const first = await both.call.impact.close.mutate(quarter)
    await house.claire.call.review.reopen.mutate({ ids: [a], words: 'The client took it back.' })
    expect((await both.call.impact.restatements.query({ id: first.id })).restatements).toMatchObject([
      { title: 'Bronze bushings', cause: 'reopened', words: 'The client took it back.' },
    ])
    expect(await refusal(both.call.impact.close.mutate(quarter))).toBe('period-closed')
    expect(await refusal(both.call.impact.reopenClosing.mutate({ id: first.id, words: ' ' }))).toBe('required')
    await both.call.impact.reopenClosing.mutate({ id: first.id, words: 'Closed a day too early.' })
    const second = await both.call.impact.close.mutate(quarter)
    expect((await both.call.impact.restatements.query({ id: second.id })).restatements).toEqual([])
    const { closings } = await both.call.impact.closings.query()
    expect(closings.map(({ reopened, figures }) => [reopened?.words ?? null, figures.outcomes])).toEqual([
      [null, 0],
      ['Closed a day too early.', 1],
    ])
  })

  test('not before it is over, not by a manager, not of strangers; nobody changes it afterwards', async () => {
    const [house, other] = [await makeHouse(api), await makeHouse(api)]
    const close = house.executive.call.impact.close
    const today = (await house.executive.call.organizations.shell.query()).today
    expect(await refusal(close.mutate({ from: '2026-01-01', to: today }))).toBe('period-not-over')
    expect(await refusal(close.mutate({ from: '2026-03-31', to: '2026-01-01' }))).toBe('date-invalid')
    for (const who of [house.claire, house.tenant.administrator]) expect(await refusal(who.call.impact.closings.query())).toBe('forbidden')
    const { id } = await close.mutate(quarter)
    expect(await refusal(other.executive.call.impact.restatements.query({ id }))).toBe('not-found')
    expect(await refusal(other.executive.call.impact.reopenClosing.mutate({ id, words: 'why' }))).toBe('not-found')
    for (const table of ['closed_period', 'reopened_period'])
      await expect(api.db.pool.query(`UPDATE ${table} SET organization_id = organization_id`)).rejects.toThrow(/permission denied/)
  })
})

/** An executive within whose reach the team is. */
async function makeBoth(house: House) {
  const { organizationId } = house.tenant
  await house.tenant.administrator.call.organizations.grantRole.mutate({ personId: house.dora.personId, role: 'executive' })
  const roles = await read(api.db, organizationId, (tx) =>
    tx.rows(sql`SELECT role FROM role_grant WHERE person_id = ${house.dora.personId}::uuid`),
  )
  expect(roles).toEqual([{ role: 'executive' }])
  return house.dora
}

const step = fc.record({
  do: fc.constantFrom('verify', 'verify', 'reopen', 'amend', 'move', 're-split', 'merge', 'convert', 'close'),
  one: fc.nat({ max: 20 }),
  other: fc.nat({ max: 20 }),
  cents: fc.nat({ max: 9_999_999 }),
  currency: fc.constantFrom('EUR', 'EUR', 'USD', 'JPY'),
  type: fc.constantFrom('client-won', 'opportunity-found'),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

test('whatever happens after a closing: reported + restated = now', async () => {
  const house = await makeHouse(api)
  let rate = 100
  const closings: string[] = []
  const days = ['2026-01-01', '2026-02-14', '2026-03-31', '2026-04-01']
  const values = ({ cents, currency, one, type }: Step): Partial<OutcomeDraftInput> => ({
    typeId: house.type(type),
    occurredOn: days[one % 4]!,
    value: worth(currency === 'JPY' ? String(cents) : `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`, currency),
  })
  const standing = () =>
    read(api.db, house.tenant.organizationId, (tx) =>
      tx.rows<Member>(sql`SELECT id, version FROM outcome WHERE state = 'verified' ORDER BY created_at, id`),
    )
  async function play(s: Step): Promise<void> {
    const rows = await standing()
    const [one, other] = [rows[s.one % Math.max(rows.length, 1)], rows[s.other % Math.max(rows.length, 1)]]
    if (s.do === 'verify') await verified(house, values(s))
    else if (s.do === 'close') {
      for (const id of closings.splice(0)) {
        await expectExact(house, id)
        await house.executive.call.impact.reopenClosing.mutate({ id, words: 'again' })
      }
      closings.push((await house.executive.call.impact.close.mutate(quarter)).id)
    } else if (s.do === 'convert') {
      await loadRates(
        api,
        house.tenant.administrator,
        `day,currency,rate\n2026-01-01,${s.currency === 'JPY' ? 'JPY' : 'USD'},1.${rate++}\n`,
      )
      await allConverted(house.tenant.administrator)
    } else if (one && s.do === 'reopen') await house.claire.call.review.reopen.mutate({ ids: [one], words: 'again' })
    else if (one && s.do === 're-split') {
      const detail = await house.claire.call.outcomes.get.query({ id: one.id })
      const now = { typeId: detail.type!.id, occurredOn: detail.occurredOn, value: worth('1.00') }
      await amend(house, one, { ...now, contributors: split(house, [s.cents % 5, 1 + (s.other % 3)]) })
    } else if (one && (s.do === 'amend' || s.do === 'move')) await amend(house, one, values(s))
    else if (one && other && one.id !== other.id && s.do === 'merge') {
      const [into, merged] = await Promise.all([one, other].map(({ id }) => house.claire.call.outcomes.get.query({ id })))
      if (into!.type?.valueKind !== merged!.type?.valueKind) return
      const shares = (o: NonNullable<typeof into>) => ({
        id: o.id,
        contributors: o.contributors.map((c) => ({ personId: c.id, role: c.role, weight: c.weight })),
      })
      await house.claire.call.review.merge.mutate({
        into: one,
        merged: other,
        contributors: unite(shares(into!), shares(merged!)),
        words: 'One.',
      })
    }
  }
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      await play({ do: 'close', one: 0, other: 0, cents: 0, currency: 'EUR', type: 'client-won' })
      for (const s of steps) await play(s)
      for (const id of closings) await expectExact(house, id)
      expect((await verifyLedger(api.db, house.tenant.organizationId)).problems).toEqual([])
    }),
    { numRuns: 5, endOnFailure: true },
  )
})
