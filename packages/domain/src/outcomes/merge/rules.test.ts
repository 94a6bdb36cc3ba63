import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcomeStates } from '../schema.ts'
import { type Claim, checkUnited, compareClaims, mayLiveOn, type Share, unite } from './rules.ts'

const claim = (over: Partial<Claim>): Claim => ({ id: 'a', state: 'submitted', isImported: false, claimedAt: 1, ...over })

describe('which of two lives on', () => {
  test('what the CRM knows, then what is verified, then the older', () => {
    const order = [
      claim({ id: 'imported', isImported: true, claimedAt: 9 }),
      claim({ id: 'verified', state: 'verified', claimedAt: 8 }),
      claim({ id: 'older', claimedAt: 2 }),
      claim({ id: 'younger', claimedAt: 3 }),
      claim({ id: 'declined', state: 'declined', isImported: true, claimedAt: 0 }),
    ]
    expect(order.toReversed().sort(compareClaims)).toEqual(order)
  })
  test('one of two, whoever asks', () => {
    const some = fc.record({
      id: fc.constantFrom('a', 'b'),
      state: fc.constantFrom(...outcomeStates),
      isImported: fc.boolean(),
      claimedAt: fc.nat(2),
    })
    fc.assert(
      fc.property(some, some, (a, b) => {
        if (a.id === b.id) return
        expect(Math.sign(compareClaims(a, b))).toBe(-Math.sign(compareClaims(b, a)))
        const [first, second] = [a, b].sort(compareClaims)
        if (second && mayLiveOn(second)) expect(first && mayLiveOn(first)).toBe(true)
      }),
    )
  })
})

const people = ['aicha', 'jonas', 'claire', 'samuel'].map((id) => id)
const contributors = fc
  .tuple(fc.shuffledSubarray(people, { minLength: 1 }), fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }))
  .map(([ids, weights]): Share[] =>
    ids.map((personId, i) => ({
      personId,
      role: i === 0 ? 'lead' : 'support',
      weight: i === 0 ? (weights[0] ?? 0) + 1 : (weights[i] ?? 0),
    })),
  )

describe('credit of both, shared', () => {
  test('half each where both claimed all of it', () => {
    const alone = (personId: string): Share[] => [{ personId, role: 'lead', weight: 1 }]
    expect(unite({ id: '1', contributors: alone('aicha') }, { id: '2', contributors: alone('jonas') })).toEqual([
      { personId: 'aicha', role: 'lead', weight: 5000 },
      { personId: 'jonas', role: 'support', weight: 5000 },
    ])
  })
  test('nobody is lost, it adds up, and it is accepted', () => {
    fc.assert(
      fc.property(contributors, contributors, (a, b) => {
        const united = unite({ id: '1', contributors: a }, { id: '2', contributors: b })
        const all = new Set([...a, ...b].map((c) => c.personId))
        expect(united.reduce((sum, c) => sum + c.weight, 0)).toBe(10_000)
        expect(checkUnited(united, all)).toEqual([])
        expect(checkUnited(united.slice(1), all).map((r) => r.code)).toContain('no-lead')
        expect(checkUnited([...united, ...united], all).map((r) => r.code)).toEqual(['contributor-twice', 'several-leads'])
        const stranger: Share = { personId: 'eve', role: 'support', weight: 1 }
        expect(checkUnited([...united, stranger], all)).toEqual([{ code: 'invalid-input', field: 'contributors' }])
        expect(
          checkUnited(
            united.map((c) => ({ ...c, weight: 0 })),
            all,
          )[0]?.code,
        ).toBe('shares-do-not-add-up')
      }),
    )
  })
})
