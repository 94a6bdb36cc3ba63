import { readdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { fr } from './fr.ts'

type Tree = { readonly [key: string]: string | Tree }

function leaves(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key
    return typeof value === 'string' ? [here] : leaves(value, here)
  })
}

const root = resolve(import.meta.dirname, '..')
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.startsWith('locales/'))
  .map((name) => resolve(root, name))

type Source = { readonly namespaces: readonly string[]; readonly keys: readonly RegExp[]; readonly imports: readonly string[] }

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function read(path: string): Source {
  const text = readFileSync(path, 'utf8')
  const plain = [...text.matchAll(/'([\w.-]+)'/g)].map((m) => escaped(m[1] ?? ''))
  // A hole of a template is one step of the path.
  const templates = [...text.matchAll(/`([\w.-]*\$\{[^`]*)`/g)].map((m) =>
    (m[1] ?? '')
      .split(/\$\{[^}]*\}/)
      .map(escaped)
      .join('[^.]+'),
  )
  return {
    namespaces: [...text.matchAll(/(?:useTranslations|namespace)[:(]\s*'([\w.-]+)'/g)].map((m) => m[1] ?? ''),
    keys: [...new Set([...plain, ...templates])].map((key) => new RegExp(`^${key}$`)),
    imports: [...text.matchAll(/from '(\.[^']+)'/g)].map((m) => resolve(dirname(path), m[1] ?? '')),
  }
}

test('each message is said somewhere', () => {
  const sources = new Map(files.map((path) => [path, read(path)]))
  const everywhere = ['', ...new Set([...sources.values()].flatMap((s) => s.namespaces))]
  const unsaid = new Set(leaves(fr))
  expect(files.length).toBeGreaterThan(200)
  for (const source of sources.values()) {
    // A hook beside may hand the words over: its namespaces count here too.
    const near = source.imports.flatMap((path) => sources.get(path)?.namespaces ?? [])
    const own = [...source.namespaces, ...near]
    const namespaces = own.length > 0 ? ['', ...own] : everywhere
    for (const namespace of new Set(namespaces)) {
      const prefix = namespace ? `${namespace}.` : ''
      const candidates = [...unsaid].filter((key) => key.startsWith(prefix)).map((key) => [key, key.slice(prefix.length)] as const)
      for (const [key, rest] of candidates) if (source.keys.some((said) => said.test(rest))) unsaid.delete(key)
    }
  }
  expect([...unsaid]).toEqual([])
})
