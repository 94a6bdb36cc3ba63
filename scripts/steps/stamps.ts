import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.ts'

const ignored = new Set(['node_modules', 'dist', 'generated', 'test', 'routeTree.gen.ts'])
const folder = join(root, 'node_modules/.stamps')

function digest(inputs: readonly string[]): string {
  const hash = createHash('sha256')
  const walk = (path: string) => {
    const full = join(root, path)
    if (!existsSync(full)) return
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) if (!ignored.has(name) && !/\.test\.tsx?$/.test(name)) walk(`${path}/${name}`)
    } else hash.update(`${path}\0`).update(readFileSync(full))
  }
  for (const input of inputs) walk(input)
  return hash.digest('hex')
}

/**
 * Does the work only when what it reads has changed since it was last done, or what it makes is missing.
 * @returns whether it was done.
 */
export async function whenChanged(name: string, inputs: readonly string[], output: string, work: () => Promise<void>): Promise<boolean> {
  const stamp = join(folder, name)
  const now = digest(inputs)
  if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false
  // First: work that is broken off must not look done.
  rmSync(stamp, { force: true })
  await work()
  mkdirSync(folder, { recursive: true })
  writeFileSync(stamp, now)
  return true
}
