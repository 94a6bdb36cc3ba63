import { randomUUID } from 'node:crypto'
import { sql } from '@oeuvre/db/sql'
import { read } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { OutcomeDraft } from '@oeuvre/domain/outcomes/schema'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, type Someone } from '../../../test/factories.ts'
import { type Api, startApi } from '../../../test/harness.ts'
import { type House, makeHouse } from '../../../test/outcome-factories.ts'
import type { CommandContext } from '../../platform/mutate.ts'
import { amendOutcome } from '../outcomes/commands/amend-outcome.ts'
import { reopenOutcomes, undoDecisions } from '../outcomes/commands/reopen-outcomes.ts'
import { logOutcome, saveOutcome } from '../outcomes/commands/save-outcome.ts'
import { verifyOutcomes } from '../outcomes/commands/verify-outcomes.ts'
import { verifyLedger } from './queries/verify-ledger.ts'

let api: Api
let house: House
let as: { aicha: CommandContext; claire: CommandContext; samuel: CommandContext }
beforeAll(async () => {
  api = await startApi()
  house = await makeHouse(api)
  const of = (who: Someone) => contextOf(api, who)
  as = { aicha: await of(house.aicha), claire: await of(house.claire), samuel: await of(house.samuel) }
})
afterAll(() => api.stop())

const steps = ['edit', 'verify', 'reopen', 'undo', 'amend', 're-split', 'stale'] as const
const step = fc.record({
  do: fc.constantFrom(...steps),
  amount: fc.option(fc.bigInt({ min: 0n, max: 10n ** 14n }), { nil: null }),
  weights: fc.array(fc.nat({ max: 7 }), { minLength: 4, maxLength: 4 }).filter((list) => list.some((w) => w > 0)),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** One sequence of commands on one outcome; what the states refuse is refused, and changes nothing. */
async function play(id: string, sequence: readonly Step[]): Promise<void> {
  const people = [house.aicha, house.jonas, house.colleague, house.executive]
  // Who logs takes part; an amendment may say that the lead is only thanked.
  const draftOf = ({ amount, weights }: Step, title: string, least = 1) =>
    OutcomeDraft.parse(
      house.draft({
        id,
        title,
        value: amount === null ? null : { amount: `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`, currency: 'EUR' },
        contributors: people.map((p, i) => ({
          personId: p.personId,
          role: i === 0 ? 'lead' : 'support',
          weight: Math.max(weights[i] ?? 0, i === 0 ? least : 0),
        })),
        evidence: [],
      }),
    )
  const first = sequence[0]!
  let last = first
  let { version } = await logOutcome(as.aicha, { outcome: draftOf(first, 'first'), version: null })
  for (const [i, s] of sequence.entries()) {
    const ids = [{ id, version }]
    const amend = (shape: Step) =>
      amendOutcome(as.samuel, { outcome: draftOf(shape, 'first', 0), version, words: 'asked', wereContributorsAsked: true })
    try {
      if (s.do === 'edit') version = (await saveOutcome(as.aicha, { outcome: draftOf(s, `edited ${i}`), version })).version
      if (s.do === 'verify') version = (await verifyOutcomes(as.claire, { ids })).outcomes[0]!.version
      if (s.do === 'reopen') version = (await reopenOutcomes(as.samuel, { ids, words: 'why' })).outcomes[0]!.version
      if (s.do === 'undo') version = (await undoDecisions(as.claire, { ids })).outcomes[0]!.version
      if (s.do === 'amend') version = (await amend(s)).version
      if (s.do === 're-split') version = (await amend({ ...last, weights: s.weights })).version
      if (s.do === 'stale') await verifyOutcomes(as.claire, { ids: [{ id, version: version - 1 }] })
      last = s
    } catch (e) {
      if (!(e instanceof DomainError)) throw e
    }
    await check(id)
  }
}

/** The ledger holds all of a verified outcome and of its value, by its weights, and nothing of any other. */
async function check(id: string): Promise<void> {
  const row = await read(api.db, house.tenant.organizationId, (tx) =>
    tx.one<{ state: string; value: string; bp: string; minor: string; persons: number[]; weights: number[] }>(sql`
      SELECT o.state, coalesce(o.value_minor, 0) AS value, coalesce(sum(c.count_bp), 0) AS bp, coalesce(sum(c.value_minor), 0) AS minor,
        ARRAY(SELECT x.weight FROM credit x WHERE x.outcome_id = o.id AND x.reverses IS NULL
          AND NOT EXISTS (SELECT FROM credit r WHERE r.reverses = x.id) ORDER BY x.weight) AS persons,
        ARRAY(SELECT k.weight FROM contributor k WHERE k.outcome_id = o.id AND k.weight > 0 ORDER BY k.weight) AS weights
      FROM outcome o LEFT JOIN credit c ON c.outcome_id = o.id WHERE o.id = ${id}::uuid GROUP BY o.organization_id, o.id`),
  )
  const isVerified = row?.state === 'verified'
  expect(row).toMatchObject({ bp: isVerified ? '10000' : '0', minor: isVerified ? row.value : '0', persons: isVerified ? row.weights : [] })
}

test('whatever happens to outcomes, credit is conserved after every step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), (sequence) => play(randomUUID(), sequence)),
    { numRuns: 12, endOnFailure: true },
  )
  const found = await verifyLedger(api.db, house.tenant.organizationId)
  expect(found.problems).toEqual([])
  expect(found.outcomes).toBeGreaterThan(3)
})
