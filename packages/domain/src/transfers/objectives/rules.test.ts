import { expect, test } from 'vitest'
import { objectivesMeant } from './rules.ts'

const year = (id: string, n: number, title = 'Win clients') => ({ id, title, from: `${n}-01-01`, to: `${n}-12-31` })
const all = [year('a', 2025), year('b', 2026), year('c', 2026, 'Be found'), year('d', 2026, 'Be  FOUND')]
const ids = (word: string, on: string) => objectivesMeant(word, on, all).map(({ id }) => id)

test('an objective is meant by its id or its title, however cased and spaced; of one a year, the one of the day', () => {
  expect(ids('c', '2026-05-01')).toEqual(['c'])
  expect(ids(' win CLIENTS ', '2025-05-01')).toEqual(['a'])
  expect(ids('Win clients', '2026-12-31')).toEqual(['b'])
  expect(ids('Win clients', '2020-01-01')).toEqual(['a', 'b'])
  expect(ids('be found', '2026-05-01')).toEqual(['c', 'd'])
  expect(ids('Win more', '2026-05-01')).toEqual([])
})
