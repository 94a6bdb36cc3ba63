import { expect, test } from 'vitest'
import { prepareTrend } from './prepare-trend.ts'

const bucket = (key: string, over: object = {}) => ({
  key,
  from: `${key}-01`,
  to: `${key}-28`,
  isCut: false,
  isUnfinished: false,
  isFuture: false,
  isChosen: false,
  ...over,
})

test('nothing is a zero, no median a gap, what is to come is not drawn', () => {
  const trend = prepareTrend({
    trend: {
      buckets: [
        bucket('2026-01'),
        bucket('2026-02', { isChosen: true, isUnfinished: true }),
        bucket('2026-03', { isChosen: true, isFuture: true }),
      ],
      cells: [{ bucket: 1, resultsBp: '15000', valueMinor: '200', people: 2, medianDays: 1.5 }],
    },
  })
  expect(trend).toEqual({
    results: [0, 1.5],
    value: [0, 200],
    people: [0, 2],
    medianDays: [null, 1.5],
    chosen: [0, 1],
    isLastUnfinished: true,
  })
})
