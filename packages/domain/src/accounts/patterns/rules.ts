/** Where an address is compared with patterns: host and path decoded, in the form that `addresses/rules.ts` gives. */
export type Place = { readonly host: string; readonly segments: readonly string[]; readonly query: ReadonlyMap<string, string> }
export type Captures = Readonly<Record<string, string>>

type Compiled = { readonly host: RegExp | null; readonly path: RegExp; readonly query: readonly (readonly [string, RegExp])[] }

/** A list written as words between spaces. */
export function words(list: string): string[] {
  return list.split(' ').filter((word) => word !== '')
}

const compiled = new Map<string, Compiled>()

/** What the pattern's gaps hold at this place, or null. The grammar of patterns stands in `platforms/schema.ts`. */
export function matchPattern(pattern: string, place: Place): Captures | null {
  const { host, path, query } = compile(pattern)
  const captures: Record<string, string> = {}
  if (host && !collect(host.exec(place.host), captures)) return null
  if (!collect(path.exec(`/${place.segments.join('/')}`), captures)) return null
  for (const [key, value] of query) {
    if (!collect(value.exec(place.query.get(key) ?? ''), captures)) return null
  }
  return captures
}

/** What the gaps of a label hold in this text, or null. */
export function matchLabel(label: string, text: string): Captures | null {
  const match = toRegExp(label).exec(text)
  return match ? { ...match.groups } : null
}

/** Names of the gaps of a pattern. */
export function gapsOf(pattern: string): string[] {
  return [...pattern.matchAll(/\{(\w+)\*?\}/g)].map(([, name]) => name ?? '')
}

/** The pattern with its gaps filled; gaps of a path or query are percent-encoded where an address needs it. */
export function fillPattern(pattern: string, captures: Captures): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeGap(captures[name] ?? ''))
}

/** The pattern filled with the text as a reader wants to see it. */
export function fillLabel(pattern: string, captures: Captures): string {
  return pattern.replace(/\{(\w+)\}/g, (_, name: string) => captures[name] ?? '')
}

function encodeGap(text: string): string {
  return encodeURIComponent(text).replace(/%(40|3A|2F)/g, (encoded) => decodeURIComponent(encoded))
}

function collect(match: RegExpExecArray | null, captures: Record<string, string>): boolean {
  if (!match) return false
  Object.assign(captures, match.groups)
  return true
}

function compile(pattern: string): Compiled {
  const known = compiled.get(pattern)
  if (known) return known
  const [place = '', search = ''] = pattern.split('?')
  const [, host, path = ''] = /^(?:\/\/([^/]+))?(\/.*)?$/.exec(place) ?? []
  const query = search.split('&').filter((part) => part !== '')
  const result: Compiled = {
    host: host ? toRegExp(host) : null,
    path: toRegExp(path || '/'),
    query: query.map((part) => {
      const [key = '', value = ''] = part.split('=')
      return [key, toRegExp(value)] as const
    }),
  }
  compiled.set(pattern, result)
  return result
}

/** Literal parts compare without regard to case, as hosts do and as platforms' paths do. */
function toRegExp(pattern: string): RegExp {
  const source = pattern
    .split(/(\{\w*\*?\}|\/\*\*$)/)
    .map((part) => gap(part) ?? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('')
  return new RegExp(`^${source}$`, 'iu')
}

function gap(part: string): string | null {
  if (part === '/**') return '(?:/.*)?'
  if (part === '{}') return '[^/]+'
  const named = /^\{(\w+)(\*?)\}$/.exec(part)
  return named ? `(?<${named[1]}>${named[2] ? '.+?' : '[^/]+?'})` : null
}
