import { readdirSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { loadPart } from './catalogue.ts'

type Source = {
  readonly namespaces: readonly string[]
  readonly loaded: readonly string[]
  readonly now: readonly string[]
  readonly later: readonly string[]
}

const root = resolve(import.meta.dirname, '..')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|^locales|routeTree/.test(name))
  .map((name) => resolve(root, name))

function read(path: string): Source {
  const text = readFileSync(path, 'utf8')
  const at = (pattern: RegExp) => [...text.matchAll(pattern)].map((m) => resolve(dirname(path), m[1] ?? ''))
  return {
    namespaces: [...text.matchAll(/(?:useTranslations|namespace)[:(]\s*'(\w+)/g)].map((m) => m[1] ?? ''),
    loaded: [...text.matchAll(/(?:words: |loadWords\()\[([^\]]*)\]/g)].flatMap((m) => (m[1] ?? '').match(/\w+/g) ?? []),
    now: at(/^(?:import|export)(?! type)[^;]*?from '(\.[^']+)'/gm),
    later: at(/import\('(\.[^']+)'\)/g),
  }
}

const sources = new Map(files.map((path) => [path, read(path)]))
const parts = new Set(Object.keys(loadPart))

/** The parts that a file and all that it brings along say without loading them: what is loaded later may load its own. */
function unloaded(path: string, known: readonly string[], seen = new Set<string>()): string[] {
  const source = sources.get(path)
  if (!source || seen.has(path)) return []
  seen.add(path)
  const here = [...known, ...source.loaded]
  const missing = source.namespaces.filter((name) => parts.has(name) && !here.includes(name))
  const brought = source.now.flatMap((next) => unloaded(next, known, seen))
  const later = source.later.flatMap((next) => unloaded(next, here, new Set(seen)))
  return [...missing.map((name) => `${name}: ${relative(root, path)}`), ...brought, ...later]
}

test.each(files.filter((path) => path.includes('/routes/') || path.endsWith('/main.tsx')).map((path) => relative(root, path)))(
  '%s loads the words of all that it shows',
  (name) => {
    const path = resolve(root, name)
    expect([...new Set(unloaded(path, sources.get(path)?.loaded ?? []))]).toEqual([])
  },
)
