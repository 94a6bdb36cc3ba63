import { expect, test } from 'vitest'
import { teamLevel } from './team-level.ts'

const team = (teamId: string | null, parentId: string | null, results: number) => ({
  teamId,
  parentId,
  name: teamId,
  resultsBp: String(results),
  valueMinor: '0',
  before: { resultsBp: String(results * 2), outcomes: 0, valueMinor: '0' },
})
const teams = [team('root', null, 60), team('a', 'root', 40), team('a1', 'a', 25), team('b', 'root', 15), team(null, null, 3)]
const level = (chosen?: string) => teamLevel(teams, chosen).rows.map((row) => [row.teamId, row.resultsBp])

test('rows add up: teams below, own people, people in no team', () => {
  expect(level()).toEqual([
    ['a', '40'],
    ['b', '15'],
    ['root', '5'],
    [null, '3'],
  ])
  expect(level('a')).toEqual([
    ['a1', '25'],
    ['a', '15'],
  ])
  expect(level('b')).toEqual([['b', '15']])
})

test('what the own people did is told apart from the team whole, before as well', () => {
  const { rows } = teamLevel(teams, 'a')
  expect(rows.map((row) => [row.teamId, row.isOwn ?? false, row.before?.resultsBp])).toEqual([
    ['a1', false, '50'],
    ['a', true, '30'],
  ])
})

test('up leads one level up, and from below the only root to the whole', () => {
  expect(teamLevel(teams, 'a1').up).toBe('a')
  expect(teamLevel(teams, 'a').up).toBeUndefined()
})

test('several roots stand beside each other', () => {
  expect(teamLevel([team('x', null, 1), team('y', 'gone', 2)], undefined).rows.map((row) => row.teamId)).toEqual(['x', 'y'])
})

test('a team that stood below another counts in both: nothing is left that would be less than nothing', () => {
  const moved = [team('root', null, 60), team('a', 'root', 45), team('b', 'root', 25)]
  expect(teamLevel(moved, undefined)).toMatchObject({ isOverlapping: true })
  expect(teamLevel(moved, undefined).rows.map((row) => row.teamId)).toEqual(['a', 'b'])
  expect(teamLevel(teams, undefined).isOverlapping).toBe(false)
})
