import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the repository: its path from the root with `/`, and its text when a rule asks for it. */
export type SourceFile = { readonly path: string; readonly text: () => string }

/** What a rule found. `path` is from the root. */
export type Problem = { readonly rule: string; readonly path: string; readonly message: string }

const ignored = new Set([
  'node_modules',
  'dist',
  'generated',
  'fixtures',
  'test-results',
  'playwright-report',
  'pictures',
  'routeTree.gen.ts',
])

/** Every file that people write, without what is generated, installed or a fixture; hidden folders are left out. */
export function listSourceFiles(root: string, folders: readonly string[]): SourceFile[] {
  const found: SourceFile[] = []
  const walk = (path: string) => {
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      if (ignored.has(entry.name) || entry.name.startsWith('.')) continue
      const inner = path ? `${path}/${entry.name}` : entry.name
      if (entry.isDirectory()) walk(inner)
      else if (entry.isFile()) found.push({ path: inner, text: () => readFileSync(join(root, inner), 'utf8') })
    }
  }
  for (const folder of folders) if (existsSync(join(root, folder))) walk(folder)
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}

export function isCode(path: string): boolean {
  return /\.(ts|tsx|mjs)$/.test(path)
}
