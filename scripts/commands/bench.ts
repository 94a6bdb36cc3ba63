import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../steps/places.ts'
import { run } from '../steps/processes.ts'
import { build } from './build.ts'

const program = join(root, 'bench/main.ts')

/** `npm run bench [name …]`: each figure beside its yardstick, measured in the same run. */
export async function bench(names: readonly string[]): Promise<number> {
  if (!existsSync(program)) {
    console.error('there is no bench/main.ts')
    return 1
  }
  await build()
  return (await run(process.execPath, [program, ...names], { cwd: root })).code
}
