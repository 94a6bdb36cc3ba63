import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CountedGroup, type EquityCounts, groupsOf, wholeOf } from './rules.ts'

const counts = (people: number, logged: number, verified: number, onStage: number, thanked: number): EquityCounts => ({
  ...{ people, logged, verified, onStage, thanked },
})
const group = (key: string, of: EquityCounts): CountedGroup => ({ key, name: key, code: null, ...of })

test('rates with their interval; a group whose interval leaves out the rate of all stands apart', () => {
  const all = counts(60, 200, 150, 30, 60)
  const [office, site] = groupsOf([group('office', counts(30, 100, 90, 28, 45)), group('site', counts(30, 100, 60, 2, 15))], all, 5)
  // Wilson at 90 %: 90 of 100 is 84.0 to 93.9 %, (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n); 60 of 100 is 51.8 to 67.7 %.
  expect(office?.figures?.verified).toEqual({ bp: 9000, lowBp: 8396, highBp: 9393, isApart: true })
  expect(site?.figures?.verified).toEqual({ bp: 6000, lowBp: 5178, highBp: 6769, isApart: true })
  expect(site?.figures?.onStage).toMatchObject({ bp: 333, isApart: true })
  expect(groupsOf([group('a', counts(9, 4, 3, 0, 0))], counts(9, 4, 3, 0, 0), 5)[0]?.figures?.verified?.isApart).toBe(false)
  expect(wholeOf(counts(9, 4, 0, 0, 0), 5)).toMatchObject({ verified: { bp: 0 }, onStage: null, thanked: null })
})

test('no group below the smallest is told, nor by what the others leave', () => {
  const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 40 })), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(sizes, fc.integer({ min: 2, max: 6 }), (drawn, smallest) => {
      const groups = drawn.map(([people, logged], at) => group(String(at), counts(people, logged, logged, 0, 0)))
      const sum = (of: readonly CountedGroup[], what: 'people' | 'logged') => of.reduce((total, one) => total + one[what], 0)
      const all = counts(sum(groups, 'people'), sum(groups, 'logged'), sum(groups, 'logged'), 0, 0)
      const told = groupsOf(groups, all, smallest)
      const hidden = groups.filter((_, at) => told[at]?.figures === null)
      for (const [at, one] of told.entries()) if (one.figures) expect(groups[at]?.people).toBeGreaterThanOrEqual(smallest)
      // What is left of the total is of nobody, or of several groups, one of which is enough by itself.
      if (hidden.length > 0 && hidden.length < groups.length) {
        expect(hidden.length).toBeGreaterThan(1)
        expect(Math.max(...hidden.map(({ people }) => people))).toBeGreaterThanOrEqual(smallest)
      }
      if (hidden.length > 0 && all.people >= smallest) expect(groups.some(({ people }) => people < smallest)).toBe(true)
    }),
  )
})
