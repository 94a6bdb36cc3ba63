import { expect, test } from 'vitest'
import { presenceOf } from './rules.ts'

const counts = (platform: string, owners: number) => ({ platform, owners, registered: owners, active: 1, led: 1 })

test('what is of too few owners is withheld, with the next where one alone would be, and all together where no platform has enough', () => {
  const shown = (...owners: number[]) => {
    const { total, platforms } = presenceOf(
      owners.map((count, i) => counts(`p${i}`, count)),
      5,
    )
    return [total.registered, ...platforms.map(({ registered }) => registered)]
  }
  expect(shown(9, 6, 5)).toEqual([20, 9, 6, 5])
  expect(shown(9, 6, 2)).toEqual([17, 9, null, null])
  expect(shown(4, 1)).toEqual([null, null, null])
  expect(shown(4)).toEqual([null, null])
  expect(shown()).toEqual([0])
})
