import { isCode, isTest, type Problem, type SourceFile } from './source-files.ts'

const gallery = 'packages/ui/gallery/'
const routes = 'apps/web/src/routes/'
/** A file that may be longer, and why. One that fits again has to leave this list. */
export type SizeExceptions = Readonly<Record<string, { readonly lines: number; readonly reason: string }>>

function limitOf(path: string): { lines: number; what: string } {
  if (path.startsWith(routes)) return { lines: 80, what: 'a route file (it validates the address, loads and mounts)' }
  if (isTest(path)) return { lines: 400, what: 'a file of tests' }
  if (path.startsWith(gallery)) return { lines: 400, what: 'a page of the gallery' }
  if (path.endsWith('.tsx')) return { lines: 200, what: 'a component' }
  return { lines: 300, what: 'a source file' }
}

function countLines(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

export function checkSizes(files: readonly SourceFile[], exceptions: SizeExceptions): Problem[] {
  const problems: Problem[] = []
  const unused = new Set(Object.keys(exceptions))
  for (const { path, text } of files) {
    if (!isCode(path)) continue
    const limit = limitOf(path)
    const lines = countLines(text())
    if (lines <= limit.lines) continue
    const exception = exceptions[path]
    unused.delete(path)
    if (exception && lines <= exception.lines && exception.reason.trim()) continue
    problems.push({
      rule: 'sizes',
      path,
      message: `${lines} lines; ${limit.what} has at most ${exception?.lines ?? limit.lines}: split it by meaning`,
    })
  }
  for (const path of unused) problems.push({ rule: 'sizes', path, message: 'has an exception that it does not need' })
  return problems
}
