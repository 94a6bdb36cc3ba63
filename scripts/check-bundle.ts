// What a reader downloads before the first screen works, gzipped, against apps/web/budget.json. Needs a build.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

type Chunk = { readonly file: string; readonly imports?: readonly string[]; readonly isEntry?: boolean }
type Manifest = Readonly<Record<string, Chunk>>
type Limits = { readonly budget: number; readonly aim: number }
type Measure = { readonly name: 'firstScreen' | 'charts'; readonly bytes: number }

const web = join(import.meta.dirname, '../apps/web')
const dist = join(web, 'dist')
const home = ['src/routes/$organization/route.tsx', 'src/routes/$organization/index.tsx']
/** The name that vite.config.ts gives to the library behind the charts. */
const charts = /^assets\/charts-/
const languages = ['src/locales/first-fr.ts', 'src/locales/first-en.ts']

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** The files that these modules need before they run: their static imports, all the way. */
export function filesOf(manifest: Manifest, roots: readonly string[]): string[] {
  const files = new Set<string>()
  const seen = new Set<string>()
  const waiting = [...roots]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    const chunk = manifest[name]
    if (!chunk) throw new Error(`the build has no ${name}: the list in scripts/check-bundle.ts is out of date`)
    files.add(chunk.file)
    waiting.push(...(chunk.imports ?? []))
  }
  return [...files]
}

function without(files: readonly string[], known: readonly string[]): string[] {
  return files.filter((file) => !known.includes(file))
}

/** The part of a route that is fetched when somebody goes there. */
function screenOf(manifest: Manifest, route: string): string {
  return Object.keys(manifest).find((name) => name.startsWith(`${route}?tsr-split=component`)) ?? route
}

function sizeOf(files: readonly string[]): number {
  let bytes = 0
  for (const file of files) bytes += gzipSync(readFileSync(join(dist, file)), { level: 9 }).length
  return bytes
}

/** The first screen is the frame and home, with the larger of the two languages; charts are the library that draws them. */
function measure(manifest: Manifest): Measure[] {
  const entries = Object.keys(manifest).filter((name) => manifest[name]?.isEntry)
  const first = filesOf(manifest, [...entries, ...home.map((route) => screenOf(manifest, route))])
  const words = Math.max(...languages.map((name) => sizeOf(without(filesOf(manifest, [name]), first))))
  const drawn = Object.values(manifest).flatMap(({ file }) => (charts.test(file) ? [file] : []))
  // None while no screen draws by the library; several would each be fetched on its own.
  if (drawn.length > 1) throw new Error('the build has several files of charts: see the groups in apps/web/vite.config.ts')
  return [
    { name: 'firstScreen', bytes: sizeOf(first) + words },
    { name: 'charts', bytes: sizeOf(drawn) },
  ]
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function main(): void {
  const path = join(dist, '.vite/manifest.json')
  if (!existsSync(path)) throw new Error('apps/web is not built')
  const limits = readJson<Record<Measure['name'], Limits>>(join(web, 'budget.json'))
  for (const { name, bytes } of measure(readJson(path))) {
    const { budget, aim } = limits[name]
    const verdict = bytes > budget ? 'over the budget' : bytes > aim ? 'within the budget, above the aim' : 'within the aim'
    console.log(`${name}: ${kilobytes(bytes)} gzipped (budget ${kilobytes(budget)}, aim ${kilobytes(aim)}): ${verdict}`)
    if (bytes > budget) process.exitCode = 1
  }
}

if (import.meta.main) main()
