import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * Real input stands beside a checkout, in ../shared/data, and is read in place. OEUVRE_SHARED names another folder.
 * Returns null, having said so, where it is absent: the test then skips.
 */
export function sharedFile(path: string): string | null {
  const root = resolve(import.meta.dirname, '../../..')
  const folders = [process.env.OEUVRE_SHARED, join(root, '../shared'), join(dirname(root), '../shared')]
  const found = folders.flatMap((folder) => (folder ? [join(folder, 'data', path)] : [])).find((file) => existsSync(file))
  if (!found) console.info(`skipped: ../shared/data is not here (${path})`)
  return found ?? null
}
