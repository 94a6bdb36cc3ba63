import type { Problem, SourceFile } from './source-files.ts'

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const catchAll = ['util', 'utils', 'helper', 'helpers', 'common', 'misc']
/** Names that a tool or a custom prescribes. */
const prescribed = /^(README\.md|LICENSE.*|OFL-.*\.txt|Dockerfile|NOTICE)$/
const routes = 'apps/web/src/routes/'
const migration = /^prisma\/migrations\/\d{14}_[a-z0-9_]+\/migration\.sql$/
const migrationLock = 'prisma/migrations/migration_lock.toml'

function problemsOf(path: string): string[] {
  // A route's file name is its address: `$slug`, `_app`, `index`.
  if (path.startsWith(routes) || migration.test(path) || path === migrationLock) return []
  const parts = path.split('/')
  const file = parts.at(-1) ?? ''
  const stem = file.split('.')[0] ?? ''
  const problems: string[] = []
  if (!prescribed.test(file) && !kebab.test(file)) problems.push(`"${file}" is not kebab-case`)
  for (const folder of parts.slice(0, -1)) {
    if (!kebab.test(folder)) problems.push(`the folder "${folder}" is not kebab-case`)
    if (catchAll.includes(folder)) problems.push(`a folder "${folder}" says nothing: name what is in it`)
  }
  if (/^index\.(ts|tsx|mjs)$/.test(file)) problems.push('no index files: the file name is the public face')
  else if (catchAll.includes(stem)) problems.push(`a file "${stem}" says nothing: name what is in it`)
  return problems
}

/** kebab-case, no barrel, no catch-all. */
export function checkNames(files: readonly SourceFile[]): Problem[] {
  return files.flatMap(({ path }) => problemsOf(path).map((message) => ({ rule: 'names', path, message })))
}

/** `export * from` makes a barrel out of any file. */
export function checkBarrels(files: readonly SourceFile[]): Problem[] {
  return files
    .filter(({ path, text }) => /(?<!\.d)\.tsx?$/.test(path) && /^\s*export \* (as \w+ )?from /m.test(text()))
    .map(({ path }) => ({ rule: 'barrels', path, message: 're-exports a whole module: import from the file that has it' }))
}
