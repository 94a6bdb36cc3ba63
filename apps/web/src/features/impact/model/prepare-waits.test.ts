import { expect, test } from 'vitest'
import { prepareWaits } from './prepare-waits.ts'

test('a column a bin, the last one open', () => {
  const data = prepareWaits(
    [
      { from: 0, to: 0, outcomes: 3 },
      { from: 1, to: 2, outcomes: 0 },
      { from: 3, to: null, outcomes: 1 },
    ],
    { label: 'Results', number: String, days: (from, to) => `${from} to ${to}` },
  )
  expect(data.periods.map(({ key, label, longLabel }) => [key, label, longLabel])).toEqual([
    ['0', '0', '0 to 0'],
    ['1', '1–2', '1 to 2'],
    ['3', '3+', '3 to null'],
  ])
  expect(data.totals.map(({ value }) => value)).toEqual([3, 0, 1])
})
