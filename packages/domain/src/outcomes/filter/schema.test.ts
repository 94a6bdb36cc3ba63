import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sides, valueKinds } from '../../credits/schema.ts'
import { outcomeStates } from '../schema.ts'
import { formatListFilter, ListFilter, outcomeSorts, parseListFilter } from './schema.ts'

const id = fc.uuid()
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const someOf = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 })

const filters = fc.record(
  {
    q: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((q) => !q.includes('\0')),
    state: someOf(outcomeStates),
    type: fc.array(id, { minLength: 1, maxLength: 5 }),
    team: id,
    channel: fc.array(id, { minLength: 1, maxLength: 5 }),
    side: someOf(sides),
    valueKind: someOf(valueKinds),
    rung: someOf([1, 2, 3, 4, 5] as const),
    skill: fc.array(fc.oneof(id, fc.constant('none' as const)), { minLength: 1, maxLength: 5 }),
    program: fc.array(id, { minLength: 1, maxLength: 5 }),
    objective: fc.array(id, { minLength: 1, maxLength: 5 }),
    among: fc.array(id, { minLength: 1, maxLength: 5 }),
    outside: fc.array(id, { minLength: 1, maxLength: 5 }),
    ownedIn: id,
    led: fc.constantFrom('linkedin' as const, 'x' as const),
    verifyDays: fc.constantFrom('0..0', '2..3', '14..'),
    promise: fc.constantFrom('kept' as const, 'late' as const),
    valued: fc.constant(true),
    touched: fc.constant(true),
    unconverted: fc.constantFrom('USD', 'JPY'),
    asOf: day,
    person: id,
    from: day,
    to: day,
    mine: fc.constant(true),
    sort: fc.constantFrom(...outcomeSorts),
  },
  { requiredKeys: [] },
)

describe('filters in the address', () => {
  test('a filter survives the address', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const query = new URLSearchParams(formatListFilter(filter)).toString()
        expect(parseListFilter(Object.fromEntries(new URLSearchParams(query)))).toEqual(filter)
      }),
    )
  })

  test('a procedure takes the same filter as arrays', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(ListFilter.parse(filter)).toEqual(filter)
      }),
    )
  })

  test('what cannot be read is left out, the rest holds', () => {
    expect(
      parseListFilter({
        state: 'verified,nonsense',
        from: '2026-02-30',
        side: 'social',
        mine: '1',
        sort: 'x',
        other: 'y',
        verifyDays: '3',
      }),
    ).toEqual({
      side: ['social'],
      mine: true,
    })
  })

  test('no address breaks it', () => {
    const search = fc.dictionary(
      fc.constantFrom(...Object.keys(ListFilter.shape), 'constructor', '__proto__'),
      fc.oneof(fc.string(), fc.anything()),
    )
    fc.assert(
      fc.property(search, (raw) => {
        expect(() => parseListFilter(raw)).not.toThrow()
      }),
    )
  })

  test('reads as one would write it', () => {
    expect(formatListFilter({ state: ['submitted', 'verified'], rung: [4, 5], mine: true, q: 'Béja, laiterie' })).toEqual({
      q: 'Béja, laiterie',
      state: 'submitted,verified',
      rung: '4,5',
      mine: '1',
    })
  })
})
