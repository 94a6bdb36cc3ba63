import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isCode, listSourceFiles } from '../structure/source-files.ts'
import { root } from './places.ts'
import { run, tool } from './processes.ts'
import { say, seconds } from './progress.ts'
import { add, nothing, one, type Tally } from './tally.ts'

/** Something that a program says yes or no to. */
export type Check = { readonly name: string; readonly command: string; readonly args: readonly string[] }

const node = process.execPath

/** Every tsconfig of the workspace; one of them for each set of rules that a folder has. */
function typeChecks(): Check[] {
  const folders = ['apps', 'packages'].flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))
  return [...folders, 'prisma/seed', 'e2e', 'bench', 'scripts'].flatMap((folder) => {
    if (!existsSync(join(root, folder)) || !listSourceFiles(root, [folder]).some(({ path }) => isCode(path))) return []
    const configs = readdirSync(join(root, folder)).filter((name) => /^tsconfig(\.\w+)?\.json$/.test(name))
    return configs.map((config) => {
      const memory = `node_modules/.stamps/${folder}/${config}.tsbuildinfo`.replaceAll('tsconfig', 'types')
      return {
        name: `types: ${folder}/${config}`,
        command: tool('tsc'),
        args: ['-p', `${folder}/${config}`, '--incremental', '--tsBuildInfoFile', memory],
      }
    })
  })
}

/** Everything that is judged without running the product. The longest first, so that two at a time end together. */
export function listChecks(): Check[] {
  return [
    { name: 'types and promises (oxlint)', command: tool('oxlint'), args: ['--type-aware', '--deny-warnings'] },
    { name: 'format and lint', command: tool('biome'), args: ['check', '--error-on-warnings', '.'] },
    ...typeChecks(),
    { name: 'migrations and models', command: node, args: ['packages/db/src/cli.ts', 'check'] },
    { name: 'who imports whom', command: node, args: ['scripts/check-graph.ts'] },
    { name: 'names, places, sizes, words', command: node, args: ['scripts/check-structure.ts'] },
    { name: 'nothing unused', command: tool('knip'), args: [] },
  ]
}

/** What a reader downloads, against apps/web/budget.json; asked after the production build. */
export const bundleCheck: Check = { name: 'bytes of the first screen and of the charts', command: node, args: ['scripts/check-bundle.ts'] }

/** Runs them two at a time and says of each how it went; of those that failed, why. */
export async function runChecks(checks: readonly Check[]): Promise<Tally> {
  const waiting = [...checks]
  let tally = nothing
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const began = performance.now()
      const { code, output } = await run(check.command, check.args, { isQuiet: true })
      tally = add(tally, one(code === 0))
      say(`${code === 0 ? '✓' : '✗'} ${check.name} (${seconds(began)} s)${code === 0 ? '' : `\n${output.trimEnd()}`}`)
    }
  }
  await Promise.all([work(), work()])
  return tally
}
