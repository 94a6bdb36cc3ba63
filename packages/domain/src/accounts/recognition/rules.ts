import {
  type Address,
  type AddressRefusal,
  longestAddress,
  looksLikeAddress,
  readAddress,
  tidy,
  withoutTracking,
} from '../addresses/rules.ts'
import { ownAccountAt, ownPlatformOf } from '../own-platforms/rules.ts'
import type { OwnRule } from '../own-platforms/schema.ts'
import { words } from '../patterns/rules.ts'
import { platformNames } from '../platform-names/schema.ts'
import { isRedirect, platformOfHost, platformRules } from '../platforms/rules.ts'
import { isOpenPlatform, type OpenPlatform, type Platform } from '../platforms/schema.ts'
import { postAt } from '../posts/rules.ts'
import { accountNamed, openAccountAt, profileAt, routed } from '../profiles/rules.ts'
import type { AccountRecognition, LinkRecognition, RecognisedAccount } from './schema.ts'

/**
 * Recognises the account that a person means by an address, or by a handle on a platform they chose. Nothing is fetched: what only
 * the platform could tell (does it exist, whose is it) stays open. `own`: what the organization added to the table.
 */
export function recogniseAccount(text: string, chosen: Platform | null = null, own: readonly OwnRule[] = []): AccountRecognition {
  // Before anything else looks at it: what follows may take the square of its length.
  if (text.length > longestAddress) return refused('text-too-long', { max: longestAddress })
  const clean = tidy(text)
  if (clean === '') return refused('address-not-recognised')
  if (chosen === null || chosen === 'own') {
    const found = recogniseOwn(clean, own)
    if (found || chosen === 'own') return found ?? refused('address-not-recognised')
  }
  const told = protocolName(clean)
  if (told && (chosen === null || chosen === told.platform)) return named(told.name, told.platform)
  return chosen === null ? recogniseAlone(clean) : recogniseOn(clean, chosen)
}

/** A name as the open networks write it where no page is meant: `at://name` (Bluesky), `acct:name@server` (the fediverse), `@name.bsky.social`. */
function protocolName(clean: string): { readonly name: string; readonly platform: 'bluesky' | 'mastodon' } | null {
  const name = /^at:\/\/([^\s/@]+)\/?$/i.exec(clean)?.[1] ?? /^@([a-z0-9-]+\.bsky\.social)$/i.exec(clean)?.[1]
  if (name) return { name, platform: 'bluesky' }
  const server = /^acct:@?([^\s@/]+@[^\s@/]+)$/iu.exec(clean)?.[1]
  return server ? { name: server, platform: 'mastodon' } : null
}

/** On a host that the organization added; null on any other. */
function recogniseOwn(clean: string, own: readonly OwnRule[]): AccountRecognition | null {
  if (own.length === 0 || !looksLikeAddress(clean)) return null
  const reading = readAddress(clean, { mayBeUnlisted: true })
  const platform = 'address' in reading ? ownPlatformOf(reading.address.host, own) : null
  if (!platform || !('address' in reading)) return null
  if (!reading.address.isSecure) return refused('address-not-https')
  const account = ownAccountAt(reading.address, platform)
  return account ? { account } : refused('address-not-a-profile', { platform: reading.address.host, profile: '' })
}

function recogniseAlone(clean: string): AccountRecognition {
  if (/^did:(?:plc|web):/.test(clean)) return named(clean, 'bluesky')
  if (/^@[^\s@/]+@[^\s@/]+$/u.test(clean)) return named(clean, 'mastodon')
  if (!looksLikeAddress(clean)) return refused(/^@?[\p{L}\p{N}_.-]+$/u.test(clean) ? 'platform-needed' : 'address-not-recognised')
  const reading = readAddress(clean)
  if ('address' in reading) return atAddress(reading.address, null)
  const isPerhapsHandle = reading.refusal.code === 'address-not-public' && /^[\p{L}\p{N}_.-]+$/u.test(clean)
  return isPerhapsHandle ? refused('platform-needed') : reading
}

function recogniseOn(clean: string, chosen: Platform): AccountRecognition {
  const isAddress = isOpenPlatform(chosen) || isPlainlyAddress(clean)
  if (isAddress || isOpenPlatform(chosen)) {
    const reading = readAddress(clean)
    return 'address' in reading ? atAddress(reading.address, chosen) : reading
  }
  const account = accountNamed(clean, chosen)
  if (account) return { account }
  if (!looksLikeAddress(clean)) return refusedHandle(clean, chosen)
  const reading = readAddress(clean)
  return 'address' in reading ? atAddress(reading.address, chosen) : reading
}

/** `jane.doe` may be a handle; with a scheme, a path or a platform's own host it cannot. */
function isPlainlyAddress(clean: string): boolean {
  if (/^https?:/i.test(clean) || clean.startsWith('//')) return true
  if (!looksLikeAddress(clean) || /^did:/.test(clean)) return false
  const host = clean.split(/[/?#]/)[0]?.toLowerCase() ?? ''
  return clean.length > host.length || platformOfHost(host) !== null || host.includes(':')
}

function named(clean: string, platform: Exclude<Platform, OpenPlatform>): AccountRecognition {
  const account = accountNamed(clean, platform)
  return account ? { account } : refusedHandle(clean, platform)
}

function atAddress(address: Address, chosen: Platform | null): AccountRecognition {
  if (isRedirect(address)) return refused('address-is-redirect')
  if (chosen !== null && isOpenPlatform(chosen)) return openAccount(address, chosen, false)
  const owner = platformOfHost(address.host)
  const platform = owner ?? 'mastodon'
  if (chosen !== null && chosen !== platform) return refusedOther(chosen, owner)
  const place = owner ? routed(address) : address
  const account = profileAt(platform, place)
  if (account) return { account: { ...account, isGuess: owner === null && chosen === null } }
  if (owner || chosen) return refusedPage(platform, postAt(platform, place)?.account ?? null)
  return openAccount(address, guessOpen(address), true)
}

function openAccount(address: Address, platform: OpenPlatform, isGuess: boolean): AccountRecognition {
  return address.isSecure ? { account: openAccountAt(address, platform, isGuess) } : refused('address-not-https')
}

function guessOpen(address: Address): OpenPlatform {
  if (/^(?:forums?|community|communaute|discuss|discourse|talk|meta)\./.test(address.host) || address.segments[0] === 'u') return 'forum'
  if (/^(?:newsletter|news|letter)\.|(?:beehiiv\.com|buttondown\.(?:com|email)|kessel\.media|ghost\.io)$/.test(address.host))
    return 'newsletter'
  return 'blog'
}

/** What an evidence link is: a profile, a post (whose, from when) or any page. Nothing is fetched. */
export function recogniseLink(text: string): LinkRecognition {
  const reading = readAddress(text)
  if ('refusal' in reading) return reading
  const { address } = reading
  const { host, path, search, hash, isSecure } = address
  const page = {
    address: `${isSecure ? 'https' : 'http'}://${host}${path}${withoutTracking(search)}${hash}`,
    platform: isRedirect(address) ? null : platformOfHost(host),
    what: 'page' as const,
    author: null,
    accountKeys: openKeys(address),
    posted: null,
  }
  if (isRedirect(address)) return { link: { ...page, accountKeys: [] } }
  const platform = page.platform ?? 'mastodon'
  const place = page.platform ? routed(address) : address
  const profile = profileAt(platform, place)
  if (profile) return { link: { ...page, platform, what: 'profile', author: authorOf(profile), accountKeys: [profile.key] } }
  const post = postAt(platform, place)
  // On an unknown host only an id that carries a time makes it a post of the fediverse; others use `/@name/…` too.
  if (!post || (page.platform === null && !post.posted)) return { link: page }
  const author = post.account ? authorOf(post.account) : null
  return { link: { ...page, platform, what: 'post', author, accountKeys: post.keys, posted: post.posted } }
}

/** A page may belong to the blog whose address it begins with; the nearest first. */
function openKeys(address: Address): string[] {
  if (platformOfHost(address.host)) return []
  const depths = address.segments.slice(0, 8).map((_, index) => index + 1)
  return [0, ...depths]
    .reverse()
    .map((depth) => openAccountAt({ ...address, segments: address.segments.slice(0, depth), search: '' }, 'blog', false).key)
}

function authorOf(account: RecognisedAccount) {
  return { handle: account.handle, label: account.label }
}

function refused(code: AddressRefusal['code'], params?: AddressRefusal['params']): { refusal: AddressRefusal } {
  return { refusal: params ? { code, params } : { code } }
}

function refusedOther(chosen: Platform, found: Platform | null) {
  return refused('address-of-another-platform', { platform: platformNames[chosen], found: found ? platformNames[found] : '' })
}

function refusedPage(platform: Platform, author: RecognisedAccount | null) {
  return refused('address-not-a-profile', { platform: platformNames[platform], profile: author?.address ?? '' })
}

function refusedHandle(text: string, platform: Exclude<Platform, OpenPlatform>) {
  const isReserved = words(platformRules[platform].reserved ?? '').includes(text.replace(/^@/, '').toLowerCase())
  return isReserved ? refusedPage(platform, null) : refused('handle-invalid', { platform: platformNames[platform] })
}
