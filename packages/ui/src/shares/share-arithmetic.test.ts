import { describe, expect, test } from 'vitest'
import { edgesOf, isEqualSplit, moveEdge, setPercent, toPercents } from './share-arithmetic.ts'

const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0)

// A fixed stream: the cases are many and always the same.
function stream(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
}

describe('toPercents', () => {
  test.each([
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [[1], [100]],
    [
      [50, 30, 20],
      [50, 30, 20],
    ],
    [
      [2, 1],
      [67, 33],
    ],
    [
      [1, 0, 1],
      [50, 0, 50],
    ],
    [
      [1000, 1],
      [99, 1],
    ],
    [
      [0, 0],
      [0, 0],
    ],
    [[], []],
  ])('%j → %j', (weights, percents) => {
    expect(toPercents(weights)).toEqual(percents)
  })

  test('always adds up, keeps zeros, drops nobody', () => {
    const next = stream(7)
    for (let round = 0; round < 2000; round++) {
      const weights = Array.from({ length: 1 + next(12) }, () => next(4) * next(1000))
      const percents = toPercents(weights)
      expect(total(percents)).toBe(total(weights) > 0 ? 100 : 0)
      for (const [index, weight] of weights.entries()) expect(percents[index]! > 0).toBe(weight > 0)
    }
  })

  test('more people than per cents still adds up', () => {
    expect(total(toPercents(Array.from({ length: 130 }, () => 1)))).toBe(100)
  })
})

test('equal splits are told from unequal ones, thanked people aside', () => {
  expect(isEqualSplit([1, 1, 0, 1])).toBe(true)
  expect(isEqualSplit([2, 1])).toBe(false)
  expect(isEqualSplit([0, 0])).toBe(false)
})

describe('edges', () => {
  test('stand between neighbours who have a share', () => {
    expect(edgesOf([50, 0, 30, 20])).toEqual([
      { left: 0, right: 2, at: 50, min: 1, max: 79 },
      { left: 2, right: 3, at: 80, min: 51, max: 99 },
    ])
    expect(edgesOf([100])).toEqual([])
    expect(edgesOf([])).toEqual([])
  })

  test('move between two people only, and stop before either has nothing', () => {
    const percents = [50, 30, 20]
    const [first, second] = edgesOf(percents) as [ReturnType<typeof edgesOf>[0], ReturnType<typeof edgesOf>[0]]
    expect(moveEdge(percents, first, 55)).toEqual([55, 25, 20])
    expect(moveEdge(percents, first, -20)).toEqual([1, 79, 20])
    expect(moveEdge(percents, first, 400)).toEqual([79, 1, 20])
    expect(moveEdge(percents, second, 79.6)).toEqual([50, 30, 20])
    expect(moveEdge(percents, second, 60.4)).toEqual([50, 10, 40])
  })

  test('any walk of edges adds up to 100 and takes from nobody what is theirs', () => {
    const next = stream(11)
    for (let round = 0; round < 500; round++) {
      let percents = toPercents(Array.from({ length: 2 + next(8) }, () => next(5)))
      const held = percents.map((percent) => percent > 0)
      for (let step = 0; step < 12; step++) {
        const edges = edgesOf(percents)
        const edge = edges[next(Math.max(1, edges.length))]
        if (!edge) break
        percents = moveEdge(percents, edge, next(120) - 10)
        expect(total(percents)).toBe(100)
        expect(percents.map((percent) => percent > 0)).toEqual(held)
      }
    }
  })
})

describe('setPercent', () => {
  test('the others share the rest in their proportions', () => {
    expect(setPercent([50, 30, 20], 0, 60)).toEqual([60, 24, 16])
    expect(setPercent([50, 50], 1, 20)).toEqual([80, 20])
    expect(setPercent([50, 0, 50], 0, 30)).toEqual([30, 0, 70])
  })

  test('0 thanks, 100 leaves the others one each, alone stays whole', () => {
    expect(setPercent([50, 30, 20], 2, 0)).toEqual([63, 37, 0])
    expect(setPercent([50, 30, 20], 0, 100)).toEqual([98, 1, 1])
    expect(setPercent([100, 0], 0, 40)).toEqual([100, 0])
    expect(setPercent([100, 0], 1, 25)).toEqual([75, 25])
  })

  test('always adds up', () => {
    const next = stream(3)
    for (let round = 0; round < 2000; round++) {
      const percents = toPercents([1 + next(9), ...Array.from({ length: next(9) }, () => next(9))])
      const changed = setPercent(percents, next(percents.length), next(130) - 15)
      expect(total(changed)).toBe(100)
      expect(Math.min(...changed)).toBeGreaterThanOrEqual(0)
    }
  })
})
