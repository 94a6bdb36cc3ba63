import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isTest, type Problem, type SourceFile } from './source-files.ts'

const catalogue = 'apps/web/src/locales/fr'

/** ICU arguments have their own colons and spaces (`{when, date, ::yMMMd}`): only their words are looked at. */
function withoutArguments(text: string): string {
  return text.replace(/\{\s*\w+\s*(,\s*(number|date|time)[^}]*)?\}/g, '0').replace(/\{\s*\w+\s*,\s*(plural|select|selectordinal)\s*,/g, '{')
}

/** What French typography refuses in a message; null if nothing. */
export function frenchTypography(message: string): string | null {
  const text = withoutArguments(message)
  if (/ [;!?]/.test(text)) return 'a plain space before ; ! or ? (U+202F goes there)'
  if (/ :(?!:)/.test(text)) return 'a plain space before : (U+00A0 goes there)'
  if (/\p{L}:(?=\s|$)/u.test(text)) return 'no space before : (U+00A0 goes there)'
  if (/« | »/.test(text)) return 'a plain space inside « » (U+00A0 goes there)'
  if (/[\p{L}\d][;!?](?=\s|$)/u.test(text)) return 'no space before ; ! or ? (U+202F goes there)'
  if (/\p{L}'\p{L}/u.test(text)) return "a straight apostrophe (’ goes there; in ICU ' also quotes)"
  return null
}

function walkMessages(value: unknown, key: string, found: (key: string, text: string) => void): void {
  if (typeof value === 'string') found(key, value)
  else if (value && typeof value === 'object')
    for (const [name, inner] of Object.entries(value)) walkMessages(inner, key ? `${key}.${name}` : name, found)
}

/** The French catalogues are loaded, not scanned: a message is what the program would show. */
export async function checkFrenchCatalogue(root: string): Promise<{ problems: Problem[]; messages: number }> {
  const folder = join(root, catalogue)
  const problems: Problem[] = []
  let messages = 0
  if (!existsSync(folder)) return { problems, messages }
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.ts') || isTest(name)) continue
    const module = (await import(pathToFileURL(join(folder, name)).href)) as Record<string, unknown>
    walkMessages(module, '', (key, text) => {
      messages += 1
      const fault = frenchTypography(text)
      if (fault) problems.push({ rule: 'french', path: `${catalogue}/${name}`, message: `${key}: ${fault}` })
    })
  }
  return { problems, messages }
}

// Asking which time zone the browser is in formats nothing.
const formatter = /\bIntl\.(?!DateTimeFormat\(\)\.resolvedOptions)[A-Z]\w+|\.toLocale(Date|Time)?String\(/
const formatModule = 'apps/web/src/lib/format.ts'

/** Dates, numbers and money are formatted in one module that knows the reader's locale; charts' preparation may as well. */
export function checkFormatting(files: readonly SourceFile[]): Problem[] {
  return files
    .filter(({ path }) => /^(apps\/web|packages\/ui)\/src\/.*\.tsx?$/.test(path) && !isTest(path))
    .filter(({ path }) => path !== formatModule && !/^packages\/ui\/src\/(.*\/)?prepare-[^/]+\.ts$/.test(path))
    .flatMap(({ path, text }) => {
      const found = formatter.exec(text())
      return found ? [{ rule: 'formatting', path, message: `${found[0]} outside ${formatModule}` }] : []
    })
}
