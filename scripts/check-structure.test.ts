import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkStructure, readRules } from './check-structure.ts'
import { checkSizes } from './structure/sizes.ts'
import { frenchTypography } from './structure/words.ts'

const root = join(import.meta.dirname, '..')
const fixtures = join(import.meta.dirname, 'fixtures/structure')
const rules = { ...readRules(root), expected: [], exceptions: {} }
/** Each folder but `sound` breaks one rule, whose name its own begins with. */
const broken = readdirSync(fixtures).filter((name) => name !== 'sound')

describe('fixtures', () => {
  test('there is one at least for each rule', () => {
    const seen = new Set(broken.map((name) => name.split('-')[0]))
    expect([...seen].sort()).toEqual(['barrels', 'formatting', 'french', 'names', 'vocabulary'])
  })

  test.each(broken)('%s', async (name) => {
    const { problems } = await checkStructure(join(fixtures, name), rules)
    expect(problems.map(({ rule }) => rule)).toEqual([name.split('-')[0]])
  })

  test('a sound tree has no problem, and was seen', async () => {
    const report = await checkStructure(join(fixtures, 'sound'), rules)
    expect(report).toEqual({ problems: [], files: 16, messages: 4 })
  })
})

test('an expected folder without a file is a problem', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'structure-'))
  try {
    const { problems } = await checkStructure(empty, { ...rules, expected: ['apps/api/src/modules'] })
    expect(problems).toMatchObject([{ rule: 'seen', path: 'apps/api/src/modules' }])
  } finally {
    rmSync(empty, { recursive: true })
  }
})

describe('sizes', () => {
  const file = (path: string, lines: number) => ({ path, text: () => 'x\n'.repeat(lines) })
  const sizes = (path: string, lines: number, exceptions = {}) => checkSizes([file(path, lines)], exceptions).map(({ message }) => message)

  test.each([
    ['packages/domain/src/outcomes/rules.ts', 300],
    ['packages/domain/src/outcomes/rules.test.ts', 400],
    ['apps/web/src/features/outcomes/screens/outcome-list.tsx', 200],
    ['apps/web/src/routes/$slug/impact.tsx', 80],
  ])('%s may have %d lines and no more', (path, lines) => {
    expect(sizes(path, lines)).toEqual([])
    expect(sizes(path, lines + 1)).toHaveLength(1)
  })

  test('an exception holds up to its own limit and must be needed', () => {
    const exceptions = { 'apps/api/src/app.ts': { lines: 320, reason: 'one table' } }
    expect(sizes('apps/api/src/app.ts', 320, exceptions)).toEqual([])
    expect(sizes('apps/api/src/app.ts', 321, exceptions)).toHaveLength(1)
    expect(sizes('apps/api/src/app.ts', 10, exceptions)).toEqual(['has an exception that it does not need'])
  })
})

test('typography knows ICU arguments from words', () => {
  expect(frenchTypography('{count, plural, =0 {aucun résultat} one {# résultat} other {# résultats}}')).toBeNull()
  expect(frenchTypography('{count, plural, one {un ?} other {deux}}')).toMatch('U+202F')
})
