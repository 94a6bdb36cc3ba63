import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkGraph } from './check-graph.ts'
import { graphRules } from './graph/rules.ts'
import { readSlices } from './structure/slices.ts'

const slices = readSlices(join(import.meta.dirname, '..'))
const fixtures = join(import.meta.dirname, 'fixtures/graph')
/** Each folder but `sound` is named after the one rule that it breaks. */
const broken = readdirSync(fixtures).filter((name) => name !== 'sound')

describe('fixtures', () => {
  test('there is one at least for each rule', () => {
    const rules = new Set(graphRules(slices).map(({ name }) => name))
    expect(new Set(broken.map((name) => name.split('.')[0]))).toEqual(rules)
  })

  test.each(broken)('%s', async (name) => {
    const { problems } = await checkGraph(join(fixtures, name), slices)
    expect(new Set(problems.map(({ rule }) => rule))).toEqual(new Set([name.split('.')[0]]))
  })

  test('a sound tree has no problem, and was parsed', async () => {
    expect(await checkGraph(join(fixtures, 'sound'), slices)).toEqual({ problems: [], modules: 12, dependencies: 9 })
  })
})

test('a tree without source files is a problem', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'graph-'))
  try {
    expect((await checkGraph(empty, slices)).problems).toMatchObject([{ rule: 'seen' }])
  } finally {
    rmSync(empty, { recursive: true })
  }
})
