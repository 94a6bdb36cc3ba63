import type { ErrorCode } from '../../errors/domain-error.ts'
import { refuseDeceptiveHost, refusePrivateHost } from '../hosts/rules.ts'
import type { Place } from '../patterns/rules.ts'
import { knownHosts, platformOfHost } from '../platforms/rules.ts'

/** The platform's own reader of addresses (browser and server have the same); the language library of this package does not name it. */
declare const URL: new (text: string) => { hostname: string; port: string; pathname: string; search: string; hash: string }

/** An address that can be trusted to mean what it looks like. Nothing was fetched. */
export type Address = Place & {
  /** Percent-encoded path, as it is sent. */
  readonly path: string
  readonly search: string
  readonly hash: string
  readonly isSecure: boolean
}
export type AddressRefusal = { readonly code: ErrorCode; readonly params?: Readonly<Record<string, string | number>> }
export type AddressReading = { readonly address: Address } | { readonly refusal: AddressRefusal }

/** In UTF-16 units; the same as the longest address that is stored. */
export const longestAddress = 2_000

/** What pasting adds around an address: spaces, invisible marks, angle brackets. */
export function tidy(text: string): string {
  return text.replace(/^[\s\p{Cf}<]+|[\s\p{Cf}>]+$/gu, '')
}

/** Whether a text is written as an address, if perhaps a wrong one, rather than as a handle. */
export function looksLikeAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text) || text.startsWith('//') || /^[^\s/?#@]+\.[^\s/?#@.]{2,}(?:[/?#]|$)/u.test(text)
}

/**
 * Reads an address as a browser would, but refuses whatever could make a reader take it for another: other schemes, a name before
 * an `@`, backslashes, control and invisible characters, look-alike hosts, ports, private hosts. A missing scheme means https.
 */
export function readAddress(text: string, options: { mayBeUnlisted?: boolean } = {}): AddressReading {
  if (text.length > longestAddress) return refused('text-too-long', { max: longestAddress })
  const clean = tidy(text)
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\\]/u.test(clean) || !clean.isWellFormed()) return refused('address-unsafe')
  if (/\s/u.test(clean)) return refused('address-not-recognised')
  const withScheme = completeScheme(clean)
  if (!withScheme) return refused('address-unsafe')
  const authority = /^https?:\/\/([^/?#]*)/i.exec(withScheme)?.[1] ?? ''
  if (/[@%]/.test(authority)) return refused('address-unsafe')
  return parsed(withScheme, options.mayBeUnlisted ?? false)
}

/** https:// in front where there is no scheme; null for any scheme but http and https. `host:443/` is no scheme. */
function completeScheme(text: string): string | null {
  if (text.startsWith('//')) return `https:${text}`
  if (/^https?:\/\/[^/]/i.test(text)) return text
  return /^[a-z][a-z0-9+.-]*:(?!\d{1,5}(?:[/?#]|$))/i.test(text) ? null : `https://${text}`
}

function parsed(text: string, mayBeUnlisted: boolean): AddressReading {
  const url = toUrl(text)
  if (!url) return refused('address-not-recognised')
  if (url.port !== '') return refused('address-not-public')
  const host = url.hostname.replace(/\.$/, '')
  const refusal = refusePrivateHost(host, mayBeUnlisted) ?? refuseDeceptiveHost(host, platformOfHost(host) ? [] : knownHosts)
  if (refusal) return refused(refusal)
  const segments = decodeSegments(url.pathname)
  if (!segments) return refused('address-not-recognised')
  return {
    address: {
      host,
      segments,
      query: readQuery(url.search),
      path: url.pathname,
      search: url.search,
      hash: url.hash,
      isSecure: /^https:/i.test(text),
    },
  }
}

function toUrl(text: string) {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** Null where an escape is broken or hides a slash or a control character. Empty steps (`//`, a closing slash) do not count. */
function decodeSegments(path: string): string[] | null {
  const decoded = path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decode)
  return decoded.every((segment) => segment !== null && !/[\p{Cc}\p{Cf}/\\]/u.test(segment))
    ? decoded.map((segment) => segment?.normalize('NFC') ?? '')
    : null
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function readQuery(search: string): Map<string, string> {
  const query = new Map<string, string>()
  for (const pair of search
    .slice(1)
    .split('&')
    .filter((part) => part !== '')) {
    const cut = pair.indexOf('=')
    const key = decode(cut < 0 ? pair : pair.slice(0, cut))
    const value = cut < 0 ? '' : decode(pair.slice(cut + 1).replaceAll('+', ' '))
    if (key !== null && value !== null && !query.has(key)) query.set(key, value)
  }
  return query
}

function refused(code: ErrorCode, params?: Readonly<Record<string, string | number>>): AddressReading {
  return { refusal: params ? { code, params } : { code } }
}

const tracking =
  /^(?:utm_\w+|fbclid|gclid|gbraid|wbraid|msclkid|dclid|yclid|twclid|ttclid|li_fat_id|igsh|igshid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|trk|trkinfo|trackingid|lipi|licu|originalsubdomain|ref_src|ref_url|rcm|si|feature|share_id|source_impression_id|mibextid|wtsid|rdid|sharer|_ga|_gl|s_cid|xtor|ncid|cmpid|at_medium|at_campaign)$/i

/** The parameters without those that only say where a reader came from. With the leading `?`, or empty. */
export function withoutTracking(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !tracking.test(pair.split('=')[0] ?? ''))
  return kept.length > 0 ? `?${kept.join('&')}` : ''
}
