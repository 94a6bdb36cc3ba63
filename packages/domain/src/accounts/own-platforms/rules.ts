import type { Refusal } from '../../errors/domain-error.ts'
import { type Address, readAddress } from '../addresses/rules.ts'
import { endsInName } from '../hosts/rules.ts'
import { matchPattern } from '../patterns/rules.ts'
import { platformNames } from '../platform-names/schema.ts'
import { platformOfHost } from '../platforms/rules.ts'
import { openAccountAt } from '../profiles/rules.ts'
import type { RecognisedAccount } from '../recognition/schema.ts'
import { type OwnRule, ownPlatformLimits } from './schema.ts'

export type HostsReading = { readonly hosts: readonly string[] } | { readonly refusal: Refusal }

/** Host names as an administrator types or pastes them. A host of the built-in table is refused: it would be two platforms. */
export function readHosts(text: string): HostsReading {
  const names = text.split(/[\s,;]+/).filter((name) => name !== '')
  const hosts = new Set<string>()
  for (const name of names) {
    const reading = readAddress(name, { mayBeUnlisted: true })
    if ('refusal' in reading) return { refusal: { ...reading.refusal, field: 'hosts' } }
    const host = reading.address.host.replace(/^www\./, '')
    const known = platformOfHost(host)
    if (known) return { refusal: { code: 'platform-known', field: 'hosts', params: { platform: platformNames[known] } } }
    hosts.add(host)
  }
  if (hosts.size === 0) return { refusal: { code: 'required', field: 'hosts' } }
  if (hosts.size > ownPlatformLimits.hosts)
    return { refusal: { code: 'too-many', field: 'hosts', params: { max: ownPlatformLimits.hosts } } }
  return { hosts: [...hosts] }
}

export type PatternReading = { readonly pattern: string | null } | { readonly refusal: Refusal }

/** A path with the gap `{handle}` once and no other sign of the patterns' grammar; nothing typed: any address. */
export function readPattern(text: string | null | undefined): PatternReading {
  const clean = (text ?? '').trim().replace(/^https?:\/\/[^/]+/i, '')
  if (clean === '' || clean === '/') return { pattern: null }
  const path = `/${clean.replace(/^\/+|\/+$/g, '')}`
  return /^\/[\p{L}\p{N}\-_.~@/]*\{handle\}[\p{L}\p{N}\-_.~@/]*$/u.test(path)
    ? { pattern: path }
    : { refusal: { code: 'pattern-invalid', field: 'pattern' } }
}

/** The organization's platform that serves this host; the longest name wins. */
export function ownPlatformOf<T extends OwnRule>(host: string, platforms: readonly T[]): T | null {
  const fitting = platforms.flatMap((platform) =>
    platform.hosts.filter((name) => endsInName(host, name)).map((name) => ({ platform, length: name.length })),
  )
  return fitting.sort((a, b) => b.length - a.length)[0]?.platform ?? null
}

/**
 * The account at an address of an organization's own platform; null where its pattern fits no profile. All hosts of one platform are one
 * place, so that an account has one key whichever was pasted.
 */
export function ownAccountAt(address: Address, { id, hosts, pattern }: OwnRule): RecognisedAccount | null {
  const first = hosts[0] ?? address.host
  const place = { ...address, host: first }
  const found = { platform: 'own' as const, ownPlatformId: id }
  if (pattern === null) return { ...openAccountAt(place, 'own', false), ...found }
  const handle = matchPattern(`${pattern}/**`, address)?.handle
  if (!handle) return null
  const segments = pattern
    .split('/')
    .filter((part) => part !== '')
    .map((part) => part.replace('{handle}', handle))
  return { ...openAccountAt({ ...place, segments, search: '' }, 'own', false), ...found, handle, label: handle }
}
