import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutRests } from './rules.ts'

const group = fc.record({ results: fc.nat(50), onStage: fc.nat(9), people: fc.nat(20) })

test('small groups say nothing, never one of them alone, and the order stays', () => {
  fc.assert(
    fc.property(fc.array(group, { maxLength: 8 }), fc.integer({ min: 1, max: 8 }), (groups, smallest) => {
      const shown = withoutRests(groups, smallest)
      expect(shown.map(({ of }) => of)).toEqual(groups)
      for (const { of, results } of shown) if (of.people < smallest) expect(results).toBeNull()
      const hidden = shown.filter(({ results }) => results === null).length
      if (groups.length > 1) expect(hidden).not.toBe(1)
      if (groups.every(({ people }) => people >= smallest)) expect(hidden).toBe(0)
    }),
  )
})
