import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { unite } from '@oeuvre/domain/outcomes/merge/rules'
import { OutcomeDraft } from '@oeuvre/domain/outcomes/schema'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contextOf, type Someone } from '../../../test/factories.ts'
import { type Api, refusal, refusals, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import type { CommandContext } from '../../platform/mutate.ts'
import { verifyLedger } from '../credits/queries/verify-ledger.ts'
import { mergeOutcomes } from './commands/merge-outcomes.ts'
import { reopenOutcomes, undoDecisions } from './commands/reopen-outcomes.ts'
import { logOutcome } from './commands/save-outcome.ts'
import { undoMerge } from './commands/undo-merge.ts'
import { verifyOutcomes } from './commands/verify-outcomes.ts'

let api: Api
let house: House
let clock = new Date()
beforeAll(async () => {
  api = await startApi({}, () => clock)
  house = await makeHouse(api)
})
afterAll(() => api.stop())
const minutes = (n: number) => {
  clock = new Date(clock.getTime() + n * 60_000)
}

async function claim(who: Someone, over: Parameters<House['draft']>[0] = {}) {
  const { id, version } = await who.call.outcomes.log.mutate({ outcome: house.draft(over), version: null })
  return { id, version }
}
const get = (id: string, who = house.samuel) => who.call.outcomes.get.query({ id })
async function united(into: { id: string }, merged: { id: string }) {
  const [a, b] = await Promise.all([get(into.id), get(merged.id)])
  const shares = (o: typeof a) => ({
    id: o.id,
    contributors: o.contributors.map((c) => ({ personId: c.id, role: c.role, weight: c.weight })),
  })
  return { into: { id: a.id, version: a.version }, merged: { id: b.id, version: b.version }, contributors: unite(shares(a), shares(b)) }
}
const ledgerOf = (id: string) =>
  read(api.db, house.tenant.organizationId, (tx) =>
    tx.rows<{ bp: string; value: string; causes: string[] }>(sql`SELECT coalesce(sum(c.count_bp), 0)::text AS bp,
      coalesce(sum(c.value_minor), 0)::text AS value, array_agg(DISTINCT c.cause ORDER BY c.cause) AS causes FROM credit c WHERE c.outcome_id = ${id}::uuid`),
  )

describe('the same result, claimed twice', () => {
  test('becomes one: nothing is lost, credit is shared, the older date is kept, and it can be undone', async () => {
    const link = () => [{ id: randomUUID(), url: `https://example.org/${randomUUID()}`, label: 'Shown' }]
    const first = await claim(house.aicha, { subject: 'Unie', evidence: link(), value: null, title: '' })
    minutes(5)
    const second = await claim(house.colleague, {
      subject: 'Unie',
      evidence: link(),
      externalId: 'U-1',
      channels: [{ channelId: house.channel('e-mail') }],
    })
    const before = [await get(first.id), await get(second.id)]
    const ask = await united(first, second)
    const { outcomes, undoUntil } = await house.samuel.call.review.merge.mutate({ ...ask, words: 'One order.' })
    expect(outcomes.map((o) => [o.id, o.state])).toEqual([
      [first.id, 'submitted'],
      [second.id, 'merged'],
    ])
    expect(undoUntil).not.toBeNull()
    const one = await get(first.id)
    expect(one.contributors.map((c) => [c.name, c.basisPoints])).toEqual([
      ['Aicha', 5000],
      ['Colleague', 5000],
    ])
    expect(one).toMatchObject({
      value: { minor: '6400050' },
      externalId: 'U-1',
      submittedAt: before[0]?.submittedAt,
      title: 'Bronze bushings',
    })
    expect(one.evidence).toHaveLength(2)
    expect(one.channels).toHaveLength(3)
    expect(await get(second.id, house.colleague)).toMatchObject({ state: 'merged', mergedIntoId: first.id, evidence: [] })
    const history = await house.samuel.call.outcomes.history.query({ id: second.id })
    expect(history.entries.at(-1)).toMatchObject({ event: 'outcome.merged', words: 'One order.', by: { name: 'Samuel' } })
    expect((await house.samuel.call.outcomes.history.query({ id: first.id })).entries.at(-1)).toMatchObject({ event: 'outcome.united' })
    const undo = { id: second.id, version: second.version + 1 }
    expect(await refusal(house.dora.call.review.undoMerge.mutate(undo))).toBe('forbidden')
    await house.samuel.call.review.undoMerge.mutate(undo)
    for (const was of before) {
      const now = await get(was.id)
      const { evidence, value, channels, state, submittedAt, title, can, externalId } = was
      expect(now).toMatchObject({ evidence, value, channels, state, submittedAt, title, can, externalId, mergedIntoId: null })
      expect(now.contributors).toEqual(was.contributors)
    }
  })
  test('two that stood verified: opposite and new, once in the ledger', async () => {
    const first = await claim(house.aicha, { subject: 'Deux fois' })
    const second = await claim(house.colleague, { subject: 'Deux fois' })
    for (const one of [first, second]) await house.dora.call.review.verify.mutate({ ids: [one] })
    const ask = await united(first, second)
    const { outcomes } = await house.samuel.call.review.merge.mutate(ask)
    expect(outcomes.map((o) => o.state)).toEqual(['verified', 'merged'])
    expect(await ledgerOf(first.id)).toEqual([{ bp: '10000', value: '6400050', causes: ['merged', 'verified'] }])
    expect(await ledgerOf(second.id)).toEqual([{ bp: '0', value: '0', causes: ['merged', 'verified'] }])
    minutes(10)
    expect(await refusal(house.samuel.call.review.undoMerge.mutate({ id: second.id, version: ask.merged.version + 1 }))).toBe('undo-lapsed')
  })
  test('only by who decides on both, on what was read, with everybody of both', async () => {
    const first = await claim(house.aicha, { subject: 'Refus' })
    const second = await claim(house.jonas, { subject: 'Refus' })
    const ask = { into: first, merged: second, contributors: [{ personId: house.aicha.personId, role: 'lead' as const, weight: 1 }] }
    expect(await refusals(house.samuel.call.review.merge.mutate(ask))).toEqual([{ code: 'not-found', field: 'ids.0' }])
    expect(await refusals(house.dora.call.review.merge.mutate(ask))).toMatchObject([{ code: 'invalid-input', field: 'contributors' }])
    expect(await refusal(house.dora.call.review.merge.mutate({ ...ask, into: { ...first, version: 9 } }))).toBe('state-changed')
    expect((await get(first.id, house.dora)).can.merge).toBe(true)
    expect((await get(first.id, house.aicha)).can.merge).toBe(false)
  })
  test('a deal is verified once under its number', async () => {
    const [first, second, opportunity] = [
      await claim(house.aicha, { externalId: 'ONCE' }),
      await claim(house.colleague, { externalId: 'ONCE' }),
      await claim(house.colleague, { externalId: 'ONCE', typeId: house.type('opportunity-found') }),
    ]
    expect(await refusals(house.samuel.call.review.verify.mutate({ ids: [first, second] }))).toMatchObject([{ code: 'already-counted' }])
    await house.samuel.call.review.verify.mutate({ ids: [first, opportunity] })
    expect(await refusals(house.dora.call.review.verify.mutate({ ids: [second] }))).toEqual([{ code: 'already-counted', field: 'ids.0' }])
    const ask = await united(first, second)
    await house.samuel.call.review.merge.mutate(ask)
    expect((await ledgerOf(first.id))[0]).toMatchObject({ bp: '10000', value: '6400050' })
  })
})

const steps = fc.array(
  fc.record({
    do: fc.constantFrom('verify', 'reopen', 'undo', 'merge', 'unmerge'),
    at: fc.nat(2),
    other: fc.nat(2),
    weights: fc.tuple(fc.nat(5), fc.nat(5)),
  }),
  { minLength: 4, maxLength: 12 },
)

test('whatever happens to claims of one deal, the ledger has it once at most, and each verified one whole', async () => {
  const as: Record<'aicha' | 'colleague' | 'samuel', CommandContext> = {
    aicha: await contextOf(api, house.aicha),
    colleague: await contextOf(api, house.colleague),
    samuel: await contextOf(api, house.samuel),
  }
  const state = (id: string) => get(id)
  async function act(ids: readonly string[], step: { do: string; at: number; other: number; weights: [number, number] }) {
    const [one, other] = [await state(ids[step.at]!), await state(ids[step.other]!)]
    const set = { ids: [{ id: one.id, version: one.version }] }
    if (step.do === 'verify') await verifyOutcomes(as.samuel, set)
    if (step.do === 'reopen') await reopenOutcomes(as.samuel, { ...set, words: 'why' })
    if (step.do === 'undo') await undoDecisions(as.samuel, set)
    if (step.do === 'unmerge') await undoMerge(as.samuel, { id: one.id, version: one.version })
    if (step.do === 'merge') {
      const ask = await united(other, one)
      const contributors = ask.contributors.map((c, i) => ({ ...c, weight: Math.min(10_000, c.weight + (step.weights[i] ?? 0)) }))
      await mergeOutcomes(as.samuel, { ...ask, contributors, words: '' })
    }
  }
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const externalId = randomUUID()
      const ids: string[] = []
      for (const who of ['aicha', 'colleague', 'aicha'] as const) {
        const draft = OutcomeDraft.parse(house.draft({ subject: externalId, externalId, evidence: [] }))
        ids.push((await logOutcome(as[who], { outcome: draft, version: null })).id)
      }
      for (const step of sequence) {
        try {
          await act(ids, step)
        } catch (e) {
          if (!(e instanceof DomainError)) throw e
        }
        const rows = await read(api.db, house.tenant.organizationId, (tx) =>
          tx.rows<{
            state: string
            bp: string
            value: string
          }>(sql`SELECT o.state, coalesce(sum(c.count_bp), 0)::text AS bp, coalesce(sum(c.value_minor), 0)::text AS value
            FROM outcome o LEFT JOIN credit c ON c.organization_id = o.organization_id AND c.outcome_id = o.id
            WHERE o.external_id = ${externalId} GROUP BY o.organization_id, o.id`),
        )
        for (const row of rows)
          expect(row).toMatchObject(row.state === 'verified' ? { bp: '10000', value: '6400050' } : { bp: '0', value: '0' })
        expect(rows.filter((row) => row.state === 'verified').length).toBeLessThanOrEqual(1)
      }
    }),
    { numRuns: 10, endOnFailure: true },
  )
  expect((await verifyLedger(api.db, house.tenant.organizationId)).problems).toEqual([])
})
