import { expect, test } from 'vitest'
import { type OverTimeWords, prepareOverTime } from './prepare-over-time.ts'

const words: OverTimeWords = {
  figure: (bp, minor) => `${bp / 10_000n}/${minor}`,
  period: (b) => ({ label: b.key, shortLabel: b.key, longLabel: b.key }),
  group: (b) => ({ key: b.key.slice(0, 4), label: b.key.slice(0, 4), shortLabel: '' }),
  series: (key) => ({ label: key.toUpperCase(), fill: 1, order: key.charCodeAt(0) }),
  others: 'Others',
}
const bucket = (key: string, over: object = {}) => ({
  key,
  from: `${key}-01`,
  to: `${key}-28`,
  isCut: false,
  isUnfinished: false,
  isFuture: false,
  isChosen: true,
  ...over,
})
const page = (keys: readonly string[], buckets: ReturnType<typeof bucket>[]) => ({
  digits: 2,
  overTime: {
    above: {},
    grain: 'month' as const,
    by: 'type' as const,
    names: {},
    buckets,
    cells: keys.flatMap((key, i) => [{ bucket: 0, key, resultsBp: String((i + 1) * 10_000), valueMinor: String(i * 100) }]),
  },
})

test('small series are folded into one, nothing is lost', () => {
  const data = prepareOverTime(page(['a', 'b', 'c', 'd', 'e', 'f', 'g'], [bucket('2026-01')]), 'results', words)
  expect(data.series.map((s) => s.key)).toEqual(['c', 'd', 'e', 'f', 'g', 'others'])
  expect(data.cells.map((row) => row[0]?.value)).toEqual([3, 4, 5, 6, 7, 3])
  expect(data.totals[0]?.value).toBe(28)
})

test('six series are not folded: one alone would gain nothing', () => {
  expect(prepareOverTime(page(['a', 'b', 'c', 'd', 'e', 'f'], [bucket('2026-01')]), 'results', words).series).toHaveLength(6)
})

test('a bucket to come is a gap, an empty one is a zero', () => {
  const data = prepareOverTime(page(['a'], [bucket('2026-01'), bucket('2026-02'), bucket('2026-03', { isFuture: true })]), 'results', words)
  expect(data.totals.map((c) => c.value)).toEqual([1, 0, null])
})

test('value leaves out series without any, in major units', () => {
  const data = prepareOverTime(page(['a', 'b'], [bucket('2026-01')]), 'value', words)
  expect(data.series.map((s) => [s.key, s.figure])).toEqual([['b', '2/100']])
  expect(data.cells[0]?.[0]?.value).toBe(1)
})

test('neighbours of one year are ruled together, one year alone is not', () => {
  const years = (keys: string[]) =>
    prepareOverTime(
      page(
        ['a'],
        keys.map((key) => bucket(key, { isChosen: key > '2026' })),
      ),
      'results',
      words,
    ).groups
  expect(years(['2025-11', '2025-12', '2026-01'])).toMatchObject([
    { label: '2025', from: 0, to: 1, isChosen: false },
    { label: '2026', from: 2, to: 2, isChosen: true },
  ])
  expect(years(['2026-01', '2026-02'])).toEqual([])
})
