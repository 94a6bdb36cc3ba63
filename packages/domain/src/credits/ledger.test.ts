import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditable, weighted } from '../../test/creditable.ts'
import { type CreditableOutcome, type CreditEntry, creditEntries, oppositeOf, type RecordedEntry, standing } from './rules.ts'
import type { CreditCause } from './schema.ts'

/** A ledger in memory: appends only, as the database does. `verified` holds what stands verified, with the outcome as it was then. */
class Ledger {
  readonly entries: RecordedEntry[] = []
  readonly verified = new Map<string, CreditableOutcome>()
  readonly revisions = new Map<string, number>()

  append(entries: readonly CreditEntry[]) {
    for (const entry of entries) this.entries.push({ ...entry, id: `e${this.entries.length}` })
  }
  of(outcomeId: string) {
    return this.entries.filter((e) => e.outcomeId === outcomeId)
  }
  verify(outcome: CreditableOutcome, cause: CreditCause = 'verified') {
    const revision = (this.revisions.get(outcome.id) ?? 0) + 1
    this.revisions.set(outcome.id, revision)
    this.append(creditEntries({ ...outcome, revision }, cause))
    this.verified.set(outcome.id, outcome)
  }
  takeBack(outcomeId: string, cause: CreditCause) {
    this.append(oppositeOf(standing(this.of(outcomeId)), cause))
    this.verified.delete(outcomeId)
  }
}

type Step =
  | { readonly kind: 'verify' | 'reopen' | 'undo' | 'crm'; readonly at: number }
  | { readonly kind: 're-split'; readonly at: number; readonly people: { personId: string; weight: number }[] }
  | { readonly kind: 'revalue'; readonly at: number; readonly minor: bigint }
  | { readonly kind: 'merge'; readonly at: number; readonly into: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('verify' as const, 'reopen' as const, 'undo' as const, 'crm' as const), at: fc.nat(3) }),
  fc.record({ kind: fc.constant('re-split' as const), at: fc.nat(3), people: weighted }),
  fc.record({ kind: fc.constant('revalue' as const), at: fc.nat(3), minor: fc.bigInt({ min: 0n, max: 10n ** 14n }) }),
  fc.record({ kind: fc.constant('merge' as const), at: fc.nat(3), into: fc.nat(3) }),
)

function replace(ledger: Ledger, outcome: CreditableOutcome, cause: CreditCause) {
  ledger.takeBack(outcome.id, cause)
  ledger.verify(outcome, cause)
}

function apply(ledger: Ledger, outcomes: CreditableOutcome[], merged: Set<string>, change: Step) {
  const outcome = outcomes[change.at]
  if (!outcome || merged.has(outcome.id)) return
  const now = ledger.verified.get(outcome.id)
  if (change.kind === 'verify') return now ? undefined : ledger.verify(outcome)
  if (!now) return
  if (change.kind === 'reopen') ledger.takeBack(outcome.id, 'reopened')
  else if (change.kind === 'undo') ledger.takeBack(outcome.id, 'undone')
  else if (change.kind === 'crm') replace(ledger, { ...now, rung: 5 }, 'crm')
  else if (change.kind === 're-split')
    replace(
      ledger,
      { ...now, contributors: change.people.map((p, i) => ({ ...p, role: i === 0 ? 'lead' : 'support', teamId: null })) },
      're-split',
    )
  else if (change.kind === 'revalue')
    replace(ledger, { ...now, value: { minor: String(change.minor), currency: 'EUR', digits: 2 } }, 'amended')
  else if (change.kind === 'merge') merge(ledger, now, outcomes[change.into], merged)
}

function merge(ledger: Ledger, loser: CreditableOutcome, target: CreditableOutcome | undefined, merged: Set<string>) {
  const survivor = target && ledger.verified.get(target.id)
  if (!survivor || survivor.id === loser.id) return
  ledger.takeBack(loser.id, 'merged')
  merged.add(loser.id)
  const known = new Set(survivor.contributors.map((c) => c.personId))
  const joined = loser.contributors.filter((c) => !known.has(c.personId)).map((c) => ({ ...c, role: 'support' as const }))
  replace(ledger, { ...survivor, contributors: [...survivor.contributors, ...joined] }, 'merged')
}

function expectConserved(ledger: Ledger, outcome: CreditableOutcome) {
  const entries = ledger.of(outcome.id)
  const verified = ledger.verified.get(outcome.id)
  const sum = (pick: (e: RecordedEntry) => bigint | null) => entries.reduce((all, e) => all + (pick(e) ?? 0n), 0n)
  expect(sum((e) => BigInt(e.countBp))).toBe(verified ? 10_000n : 0n)
  expect(sum((e) => e.valueMinor)).toBe(BigInt(verified?.value?.minor ?? 0))
  expect(entries.reduce((all, e) => all + (e.isLead ? Math.sign(e.reverses ? -1 : 1) : 0), 0)).toBe(verified ? 1 : 0)
  const reversals = entries.flatMap((e) => (e.reverses ? [e.reverses] : []))
  expect(new Set(reversals).size).toBe(reversals.length)
}

describe('conservation', () => {
  const outcomes = fc.uniqueArray(creditable, { minLength: 4, maxLength: 4, selector: (o) => o.id })

  test('after any sequence of changes each outcome sums to one or to nothing, and to its value', () => {
    fc.assert(
      fc.property(outcomes, fc.array(step, { maxLength: 25 }), (list, steps) => {
        const ledger = new Ledger()
        const merged = new Set<string>()
        for (const change of steps) {
          apply(ledger, list, merged, change)
          for (const outcome of list) expectConserved(ledger, outcome)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('what stands is what the last verification would append', () => {
    fc.assert(
      fc.property(outcomes, fc.array(step, { maxLength: 20 }), (list, steps) => {
        const ledger = new Ledger()
        const merged = new Set<string>()
        for (const change of steps) apply(ledger, list, merged, change)
        for (const outcome of list) {
          const now = ledger.verified.get(outcome.id)
          const figures = (entries: readonly CreditEntry[]) => entries.map((e) => [e.personId, e.countBp, e.valueMinor, e.reportingMinor])
          expect(figures(standing(ledger.of(outcome.id)))).toEqual(now ? figures(creditEntries(now)) : [])
        }
      }),
      { numRuns: 100 },
    )
  })

  test('an opposite copies every dimension and turns every figure', () => {
    fc.assert(
      fc.property(creditable, (outcome) => {
        const recorded = creditEntries(outcome).map((entry, i) => ({ ...entry, id: `e${i}` }))
        for (const [i, opposite] of oppositeOf(recorded, 'reopened').entries()) {
          const { id, countBp, valueMinor, reportingMinor, ...dimensions } = recorded[i]!
          expect(opposite).toEqual({
            ...dimensions,
            countBp: 0 - countBp,
            valueMinor: valueMinor === null ? null : -valueMinor,
            reportingMinor: reportingMinor === null ? null : -reportingMinor,
            cause: 'reopened',
            reverses: id,
          })
        }
      }),
    )
  })
})
