import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { creditable, weighted } from '../../test/creditable.ts'
import { allocate, creditChannels, creditEntries, shareDisplay, shares, tieBreak } from './rules.ts'

const total = fc.bigInt({ min: 0n, max: 10n ** 16n })
const outcomeId = '0198f2a0-0000-7000-8000-000000000001'
const sumOf = (parts: Iterable<bigint>) => [...parts].reduce((a, b) => a + b, 0n)
const people = (...weights: number[]) =>
  weights.map((weight, i) => ({ personId: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`, weight }))

describe('allocation by largest remainder', () => {
  test('adds up exactly, and no part is a whole unit away from its quota', () => {
    fc.assert(
      fc.property(total, weighted, fc.uuid(), (amount, contributors, id) => {
        const parts = allocate(amount, contributors, id)
        const weights = BigInt(contributors.reduce((all, c) => all + c.weight, 0))
        expect(sumOf(parts.values())).toBe(amount)
        for (const { personId, weight } of contributors) {
          const off = (parts.get(personId) ?? -1n) * weights - amount * BigInt(weight)
          expect(off < weights && off > -weights).toBe(true)
          if (weight === 0) expect(parts.get(personId)).toBe(0n)
        }
      }),
    )
  })

  test('does not depend on the order in which people are named', () => {
    const shuffled = weighted.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(total, shuffled, fc.uuid(), (amount, [list, other], id) => {
        const [one, two] = [allocate(amount, list, id), allocate(amount, other, id)]
        for (const { personId } of list) expect(two.get(personId)).toBe(one.get(personId))
      }),
    )
  })

  test('whoever has more weight never gets less', () => {
    fc.assert(
      fc.property(total, weighted, fc.uuid(), (amount, list, id) => {
        const parts = allocate(amount, list, id)
        for (const a of list)
          for (const b of list) if (a.weight > b.weight) expect((parts.get(a.personId) ?? 0n) >= (parts.get(b.personId) ?? 0n)).toBe(true)
      }),
    )
  })

  test('the odd unit favours nobody: over many outcomes each of three gets it about as often', () => {
    const trio = people(1, 1, 1)
    const got = new Map<string, number>()
    for (let i = 0; i < 3000; i++) {
      const id = `0198f2a0-0000-7000-8000-${i.toString(16).padStart(12, '0')}`
      for (const [personId, points] of shares(trio, id)) if (points === 3334) got.set(personId, (got.get(personId) ?? 0) + 1)
    }
    // Binomial(3000, 1/3): a standard deviation of 26; five of them.
    for (const count of trio.map((c) => got.get(c.personId) ?? 0)) expect(Math.abs(count - 1000)).toBeLessThan(130)
  })

  test('the hash is what it was: credits that stand in ledgers depend on it', () => {
    // Computed independently from the published definitions of FNV-1a and of MurmurHash3's finalizer.
    expect(tieBreak(outcomeId, '0198f2a0-0000-7000-8000-000000000002')).toBe(1_730_882_265)
    expect([...shares(people(1, 1, 1), outcomeId).values()]).toEqual([3333, 3333, 3334])
  })

  test('refuses what cannot be allocated', () => {
    expect(() => allocate(1n, [], outcomeId)).toThrow(RangeError)
    expect(() => allocate(1n, people(0, 0), outcomeId)).toThrow(RangeError)
    expect(() => allocate(-1n, people(1), outcomeId)).toThrow(RangeError)
  })
})

describe('how shares are shown', () => {
  const shown = (...weights: number[]) => [...shareDisplay(people(...weights), outcomeId).values()]
  test('a fraction where all are equal, else per cent; nothing for those who are thanked', () => {
    expect(shown(1, 1, 1)).toEqual(Array(3).fill({ kind: 'fraction', of: 3 }))
    expect(shown(7, 0, 7)).toEqual([{ kind: 'fraction', of: 2 }, null, { kind: 'fraction', of: 2 }])
    expect(shown(50, 30, 20)).toEqual([5000, 3000, 2000].map((basisPoints) => ({ kind: 'percent', basisPoints })))
    expect(shown(4)).toEqual([{ kind: 'percent', basisPoints: 10_000 }])
    expect(shown(0)).toEqual([null])
  })
})

describe('entries of a verified outcome', () => {
  test('add up to one result, its value and its reporting value; one entry is counted by', () => {
    fc.assert(
      fc.property(creditable, (outcome) => {
        const entries = creditEntries(outcome)
        expect(entries.reduce((all, e) => all + e.countBp, 0)).toBe(10_000)
        expect(entries.filter((e) => e.isLead)).toHaveLength(1)
        expect(entries.map((e) => e.personId)).toEqual(outcome.contributors.filter((c) => c.weight > 0).map((c) => c.personId))
        if (outcome.value) expect(sumOf(entries.map((e) => e.valueMinor ?? -1n))).toBe(BigInt(outcome.value.minor))
        else expect(entries.every((e) => e.valueMinor === null && e.currency === null && e.reportingMinor === null)).toBe(true)
        if (outcome.value && outcome.reportingMinor !== null)
          expect(sumOf(entries.map((e) => e.reportingMinor ?? -1n))).toBe(outcome.reportingMinor)
      }),
    )
  })

  test('two identical results earn identical credit whichever side carried them', () => {
    fc.assert(
      fc.property(creditable, (outcome) => {
        const strip = (side: typeof outcome.side) => creditEntries({ ...outcome, side }).map(({ side: _, ...entry }) => entry)
        expect(strip('social')).toEqual(strip('conventional'))
      }),
    )
  })

  test('imported again, the same outcome gets the same entries', () => {
    fc.assert(
      fc.property(creditable, (outcome) => {
        const again = creditEntries({ ...outcome, contributors: outcome.contributors.toReversed() })
        const byPerson = (entries: typeof again) => entries.map((e) => ({ ...e })).sort((a, b) => (a.personId < b.personId ? -1 : 1))
        expect(byPerson(again)).toEqual(byPerson(creditEntries(outcome)))
      }),
    )
  })

  test('a channel counts once', () => {
    expect(creditChannels({ id: outcomeId, revision: 2, channelIds: ['a', 'b', 'a'] }).map((c) => c.channelId)).toEqual(['a', 'b'])
  })
})
