import { type Address, readAddress, withoutTracking } from '../addresses/rules.ts'
import { endsInName } from '../hosts/rules.ts'
import { type Captures, fillLabel, fillPattern, gapsOf, matchLabel, matchPattern, type Place, words } from '../patterns/rules.ts'
import { platformRules } from '../platforms/rules.ts'
import type { AccountKind, OpenPlatform, Platform, PlatformRule } from '../platforms/schema.ts'
import type { RecognisedAccount } from '../recognition/schema.ts'

/** A Bluesky handle is a host name; nothing else is longer. */
const longestHandle = 253

export type RuledPlatform = Exclude<Platform, OpenPlatform>

/** The account whose profile this place is, or null. */
export function profileAt(platform: RuledPlatform, place: Place): RecognisedAccount | null {
  const rule = platformRules[platform]
  const places = [place, ...withoutTab(rule, place)]
  for (const [kindName, kind] of Object.entries(rule.kinds)) {
    for (const pattern of words(kind.at)) {
      for (const candidate of places) {
        const captures = matchOn(rule, pattern, candidate)
        const account = captures && accountOf(platform, kindName, { server: candidate.host, ...captures }, standsAtRoot(pattern))
        if (account) return account
      }
    }
  }
  return null
}

/** The account that a handle, or a label such as `company/acme`, means on a platform; null where it can be none. */
export function accountNamed(text: string, platform: RuledPlatform): RecognisedAccount | null {
  const kinds = Object.entries(platformRules[platform].kinds)
  for (const [index, [kindName, kind]] of kinds.entries()) {
    const label = kind.label ?? '{handle}'
    const isAtRoot = words(kind.at).some(standsAtRoot)
    for (const form of [label, label.replace(/^@/, ''), ...(index === 0 ? ['@{handle}', '{handle}'] : [])]) {
      const captures = matchLabel(form, text)
      const account = captures && accountOf(platform, kindName, captures, isAtRoot)
      if (account) return account
    }
  }
  return null
}

/** A pattern of this row at this place; a pattern that names no host fits those of the row that change nothing. */
export function matchOn(rule: PlatformRule, pattern: string, place: Place): Captures | null {
  return pattern.startsWith('//') || isUsualHost(rule, place.host) ? matchPattern(pattern, place) : null
}

/** The account with these gaps filled; null if the name is none that the platform gives. */
export function accountOf(platform: RuledPlatform, kindName: string, captures: Captures, isAtRoot: boolean): RecognisedAccount | null {
  const rule = platformRules[platform]
  const kind = rule.kinds[kindName]
  const name = kind?.address.startsWith('https://{handle}.') ? (captures.handle ?? '').toLowerCase() : (captures.handle ?? '')
  if (!kind?.handle.test(name) || name.length > longestHandle || /^\.+$/.test(name)) return null
  if (isAtRoot && words(rule.reserved ?? '').includes(name.toLowerCase())) return null
  const handle = kind.suffix && !name.includes('.') ? `${name}${kind.suffix}` : name
  const server = kind.address.includes('{server}') ? readServer(captures.server) : ''
  if (server === null) return null
  const filled: Captures = { ...captures, handle, server }
  if (gapsOf(kind.address).some((gap) => !filled[gap])) return null
  return {
    platform,
    kind: kindName,
    handle,
    label: fillLabel(kind.label ?? '{handle}', filled),
    address: fillPattern(kind.address, filled),
    key: [platform, kindName, server, fold(kind, handle)].filter((part) => part !== '').join(':'),
    isShared: kind.isShared ?? false,
    isGuess: false,
  }
}

/** A blog, newsletter or forum: the address itself is the account. */
export function openAccountAt(address: Address, platform: OpenPlatform, isGuess: boolean): RecognisedAccount {
  const path = address.segments.map((segment) => `/${encodeURIComponent(segment).replace(/%40/g, '@')}`).join('')
  const search = withoutTracking(address.search)
  const name = `${address.host.replace(/^www\./, '')}${address.segments.map((segment) => `/${segment}`).join('')}`
  return {
    platform,
    kind: 'site',
    handle: name,
    label: name,
    address: `https://${address.host}${path || '/'}${search}`,
    key: `site:${name}${search}`,
    isShared: false,
    isGuess,
  }
}

/** Old single-page addresses keep their path behind `#!/` or `#/` (x.com/#!/jane). */
export function routed(address: Address): Place {
  const route = /^#!?\/(.+)$/.exec(address.hash)?.[1]
  return route ? { ...address, segments: [...address.segments, ...route.split(/[/?]/).filter((part) => part !== '')] } : address
}

function isUsualHost(rule: PlatformRule, host: string): boolean {
  if (rule.hosts === '' || rule.subdomains === '*') return true
  const name = words(rule.hosts).find((known) => endsInName(host, known))
  if (!name) return false
  const front = host.slice(0, -name.length).replace(/\.$/, '')
  if (['', 'www', 'm'].includes(front)) return true
  if (rule.subdomains === 'none') return false
  return front === 'mobile' || /^[a-z]{2}(?:-[a-z]{2})?$/.test(front) || words(rule.subdomains ?? '').includes(front)
}

function withoutTab(rule: PlatformRule, place: Place): Place[] {
  const last = place.segments.at(-1)?.toLowerCase() ?? ''
  return last !== '' && words(rule.tabs ?? '').includes(last) ? [{ ...place, segments: place.segments.slice(0, -1) }] : []
}

/** The name is the first thing after the host, or the host's own first label: there pages of the platform stand too. */
function standsAtRoot(pattern: string): boolean {
  return /^(?:\/\/[^/{]+)?\/\{handle\}|^\/\/\{handle\}\./.test(pattern)
}

/** ASCII, lower case; null for a name that no server on the open network has. */
function readServer(name: string | undefined): string | null {
  if (!name || /[/?#:@]/.test(name)) return null
  const reading = readAddress(`https://${name}`, { mayBeUnlisted: true })
  return 'address' in reading ? reading.address.host : null
}

function fold(kind: AccountKind, handle: string): string {
  if (kind.folds === 'nothing') return handle
  const folded = handle.normalize('NFC').toLowerCase()
  return kind.folds === 'case-and-dots' ? folded.replaceAll('.', '') : folded
}
