import type { TeamNode } from '@oeuvre/domain/people/schema'
import { expect, test } from 'vitest'
import { buildTree, flatten, idsBelow, pathTo } from './team-tree.ts'

const team = (id: string, parentId: string | null, people = 0): TeamNode => ({
  id,
  name: id,
  parentId,
  people,
  managers: [],
  isArchived: false,
})
const compare = (a: string, b: string) => a.localeCompare(b)
const teams = [team('b', 'root', 2), team('root', null, 1), team('a', 'root', 3), team('deep', 'a', 4), team('lost', 'gone')]

test('a tree by name, with totals; what hangs on nothing stands at the top', () => {
  const tree = buildTree(teams, compare)
  expect(flatten(tree).map((t) => [t.id, t.level, t.total])).toEqual([
    ['lost', 1, 0],
    ['root', 1, 10],
    ['a', 2, 7],
    ['deep', 3, 4],
    ['b', 2, 2],
  ])
  expect(flatten(tree, (id) => id === 'root').map((t) => t.id)).toEqual(['lost', 'root', 'a', 'b'])
})

test('the way from the top, and all that is below', () => {
  expect(pathTo(teams, 'deep').map((t) => t.id)).toEqual(['root', 'a', 'deep'])
  expect(pathTo(teams, null)).toEqual([])
  expect([...idsBelow(buildTree(teams, compare), 'a')]).toEqual(['a', 'deep'])
})
