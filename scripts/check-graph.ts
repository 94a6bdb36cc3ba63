// Who may import whom (architecture.md, scripts/slices.json). `node scripts/check-graph.ts`
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { cruiseOptions, resolveOptions } from './graph/options.ts'
import { graphRules } from './graph/rules.ts'
import { readSlices, type Slices } from './structure/slices.ts'
import { listSourceFiles, type Problem } from './structure/source-files.ts'

const folders = ['packages/domain/src', 'packages/db/src', 'packages/ui/src', 'apps/api/src', 'apps/web/src', 'prisma/seed']

export type GraphReport = { readonly problems: readonly Problem[]; readonly modules: number; readonly dependencies: number }

/** The graph of a tree; fails on every source file that was not parsed, so it cannot go silently green. */
export async function checkGraph(root: string, slices: Slices): Promise<GraphReport> {
  const present = folders.filter((folder) => existsSync(join(root, folder)))
  const files = listSourceFiles(root, ['apps', 'packages', 'prisma']).map(({ path }) => path)
  const sources = files.filter((path) => /(?<!\.d)\.tsx?$/.test(path) && present.some((folder) => path.startsWith(`${folder}/`)))
  if (sources.length === 0)
    return { problems: [{ rule: 'seen', path: root, message: 'no source file was seen' }], modules: 0, dependencies: 0 }
  const options = { ...cruiseOptions, baseDir: root, ruleSet: { forbidden: graphRules(slices) }, validate: true }
  const { output } = await cruise(present, options, resolveOptions)
  const { modules, summary } = output as ICruiseResult
  const parsed = new Set(modules.map(({ source }) => source))
  const problems = [
    ...sources.filter((path) => !parsed.has(path)).map((path) => ({ rule: 'seen', path, message: 'was not parsed' })),
    ...summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      path: from,
      message: cycle ? `imports ${cycle.map(({ name }) => name).join(' → ')}` : `imports ${to}`,
    })),
  ]
  return { problems, modules: sources.length, dependencies: summary.totalDependenciesCruised ?? 0 }
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..')
  const report = await checkGraph(root, readSlices(root))
  for (const { rule, path, message } of report.problems) console.error(`${path}: ${message} [${rule}]`)
  console.log(`${report.problems.length} problems in ${report.modules} modules and ${report.dependencies} imports`)
  if (report.problems.length > 0) process.exitCode = 1
}
