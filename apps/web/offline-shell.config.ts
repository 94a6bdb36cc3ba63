import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** What opens without a line: the frame, home, the log form, and what asks to sign in again. In both languages. */
const kept = [
  /\/src\/routes\/\$organization\/route\.tsx/,
  /\/src\/routes\/\$organization\/index\.tsx/,
  /\/src\/routes\/\$organization\/outcomes\/(new|\$id\/edit)\.tsx/,
  /\/src\/routes\/(__root|index)\.tsx/,
  /\/src\/locales\//,
  /\/src\/(app|components)\//,
  /\/src\/features\/outcomes\/embed\/outbox\.tsx/,
  /\/src\/features\/identity\/components\/session-dialog\.tsx/,
]
/** Of the styles of the app and the type they are set in; a picture is fetched when it is seen. */
const isShown = /\.(css|woff2)$/

type Chunk = {
  readonly type: 'chunk'
  readonly fileName: string
  readonly isEntry: boolean
  readonly moduleIds: readonly string[]
  readonly imports: readonly string[]
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string>; readonly importedAssets: ReadonlySet<string> } | undefined
}
type Asset = { readonly type: 'asset'; readonly fileName: string }
type Bundle = Readonly<Record<string, Chunk | Asset>>

function isKept({ isEntry, moduleIds }: Chunk): boolean {
  return isEntry || moduleIds.some((id) => kept.some((one) => one.test(id.replaceAll('\\', '/'))))
}

/** With all that these files import, all the way. */
export function filesOfShell(bundle: Bundle): string[] {
  const files = new Set<string>()
  const waiting = Object.values(bundle).flatMap((one) => (one.type === 'chunk' && isKept(one) ? [one.fileName] : []))
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const chunk = bundle[name]
    if (files.has(name) || chunk?.type !== 'chunk') continue
    files.add(name)
    waiting.push(...chunk.imports)
    const { importedCss = [], importedAssets = [] } = chunk.viteMetadata ?? {}
    for (const shown of [...importedCss, ...importedAssets]) if (isShown.test(shown)) files.add(shown)
  }
  return [...files].sort()
}

/** Writes the service worker of a build: the list of its files, and a version that changes with any of them. */
export function offlineShell(): Plugin {
  return {
    name: 'offline-shell',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const source = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8')
        const files = ['/index.html', '/theme.js', ...filesOfShell(bundle as Bundle).map((file) => `/${file}`)]
        const version = createHash('sha256').update(JSON.stringify(files)).update(source).digest('hex').slice(0, 12)
        const code = source
          .replace('const files = []', `const files = ${JSON.stringify(files)}`)
          .replace("const version = ''", `const version = '${version}'`)
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: code })
      },
    },
  }
}
