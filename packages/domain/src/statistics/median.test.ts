import fc from 'fast-check'
import { expect, test } from 'vitest'
import { medianOf } from './median.ts'

test('as many lie below as above, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
      const median = medianOf(values) ?? Number.NaN
      expect(values.filter((v) => v < median).length).toBeLessThanOrEqual(values.length / 2)
      expect(values.filter((v) => v > median).length).toBeLessThanOrEqual(values.length / 2)
      expect(medianOf(values.toReversed())).toBe(median)
    }),
  )
  expect([medianOf([]), medianOf([3]), medianOf([1, 2]), medianOf([5, 1, 3])]).toEqual([null, 3, 1.5, 3])
})
