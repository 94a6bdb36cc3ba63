import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type NamedResult, questionsOfResults, questionsOfThanks, type Thanked } from './rules.ts'

const person = (name: string) => ({ id: name, name })
const said = (from: string, to: string, day = 1): Thanked => ({
  writer: person(from),
  to: person(to),
  on: `2026-03-${String(day).padStart(2, '0')}`,
})
const times = (n: number, one: Thanked) => Array.from({ length: n }, () => one)
const kinds = (thanks: readonly Thanked[]) => questionsOfThanks(thanks).map((one) => one.kind)

describe('rings of thanks', () => {
  test('two who thank each other again and again, three in a circle, one who does it many times in days', () => {
    expect(questionsOfThanks([...times(3, said('a', 'b')), ...times(3, said('b', 'a', 9))])).toEqual([
      { kind: 'mutual', people: [person('a'), person('b')], times: 6 },
    ])
    expect(questionsOfThanks([...times(2, said('c', 'a')), ...times(2, said('b', 'c')), ...times(2, said('a', 'b'))])).toEqual([
      { kind: 'circle', people: ['a', 'b', 'c'].map(person) },
    ])
    expect(kinds([1, 2, 3, 4, 6].map((day) => said('a', 'b', day)))).toEqual(['burst'])
  })
  test('thanks that go one way, or once each, ask nothing', () => {
    expect(kinds([said('a', 'b'), said('b', 'a'), said('b', 'c'), said('c', 'a')])).toEqual([])
    expect(kinds([1, 8, 15, 22, 29].map((day) => said('a', 'b', day)))).toEqual([])
    expect(kinds(['b', 'c', 'd', 'e', 'f', 'g'].map((to) => said('a', to)))).toEqual([])
  })
  test('the same is asked in whatever order they come, and of nobody who was left out', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd')
    const thanks = fc.array(
      fc.tuple(name, name, fc.integer({ min: 1, max: 28 })).filter(([a, b]) => a !== b),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(thanks, (all) => {
        const made = all.map(([from, to, day]) => said(from, to, day))
        const sorted = (some: readonly Thanked[]) =>
          questionsOfThanks(some)
            .map((one) => JSON.stringify(one))
            .sort()
        expect(sorted(made.toReversed())).toEqual(sorted(made))
        for (const text of sorted(made))
          for (const id of ['a', 'b', 'c', 'd'])
            if (!made.some((one) => one.writer.id === id || one.to.id === id)) expect(text).not.toContain(`"${id}"`)
      }),
    )
  })
})

describe('results', () => {
  const result = (id: string, client: string, on: string | null): NamedResult => ({ id, title: id, client, on })
  const ask = (chosen: readonly NamedResult[], others: readonly NamedResult[] = [], awarded: readonly string[] = []) =>
    questionsOfResults({ chosen, others, awardedIds: new Set(awarded), today: '2026-06-01' })
  test('one client within days is asked about, however it is written; another client, or months later, is not', () => {
    const [one, two] = [result('1', 'Harland & Fils', '2026-05-01'), result('2', 'HARLAND  & fils', '2026-05-15')]
    expect(ask([one], [two])).toEqual([
      {
        kind: 'same-client',
        client: 'Harland & Fils',
        results: [
          { id: '1', title: '1' },
          { id: '2', title: '2' },
        ],
        days: 14,
      },
    ])
    expect(ask([one, two])).toHaveLength(1)
    expect(
      ask([one, result('3', 'Harland & Fils', '2026-05-16'), result('4', 'Gand', '2026-05-01'), result('5', '', '2026-05-01')]),
    ).toEqual([])
  })
  test('what is older than a year, and what was recognised before', () => {
    expect(ask([result('1', 'A', '2025-05-31')]).map((one) => one.kind)).toEqual(['old'])
    expect(ask([result('1', 'A', '2025-06-02'), result('2', 'B', null)], [], ['2']).map((one) => one.kind)).toEqual(['awarded'])
  })
})
