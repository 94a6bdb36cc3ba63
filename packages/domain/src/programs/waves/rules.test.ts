import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../time/calendar.ts'
import { wavesOf, withheldWaves } from './rules.ts'

test('no wave smaller than the smallest group is told of, nor had by subtraction from the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 9 }), { maxLength: 8 }), fc.integer({ min: 2, max: 6 }), (all, smallestGroup) => {
      const sizes = all.map((people, wave) => ({ wave, people }))
      const hidden = withheldWaves(sizes, smallestGroup)
      const shown = sizes.filter(({ wave, people }) => people > 0 && !hidden.has(wave))
      expect(shown.every(({ people }) => people >= smallestGroup)).toBe(true)
      const rest = sizes.reduce((sum, { wave, people }) => (hidden.has(wave) ? sum + people : sum), 0)
      expect(rest === 0 || rest >= smallestGroup || shown.length === 0).toBe(true)
    }),
  )
})

test('a wave has its own people, their accounts and their shares; one that is withheld says nothing of itself', () => {
  const start = '2025-01-01'
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
  const group = {
    people: ids.map((personId) => ({
      personId,
      joinedOn: start,
      firstResultOn: personId < 'c' ? addDays(start, 9) : null,
      hasLed: personId < 'c',
    })),
    accounts: ids.map((personId) => ({ personId, days: 180, ended: true })),
    amounts: new Map([
      ['a', { resultsBp: 10_000n, valueMinor: 600n }],
      ['b', { resultsBp: 5_000n, valueMinor: 300n }],
      ['g', { resultsBp: 20_000n, valueMinor: 1n }],
    ]),
  }
  const of = (split: string, smallestGroup: number) =>
    wavesOf(group, { count: 2, of: new Map(ids.map((id) => [id, id < split ? 1 : 2])) }, { smallestGroup, knowsValue: true })
  expect(of('e', 4)).toMatchObject([
    { wave: 1, people: 4, led: 2, resultsBp: '15000', perPersonBp: '3750', valueMinor: '900', accounts: 4 },
    { wave: 2, people: 4, led: 0, resultsBp: '20000', valueMinor: '1', accounts: 4 },
  ])
  const few = of('g', 3)
  expect(few.map(({ people, resultsBp, valueMinor, accounts }) => [people, resultsBp, valueMinor, accounts])).toEqual([
    [null, '0', null, null],
    [null, '0', null, null],
  ])
})
