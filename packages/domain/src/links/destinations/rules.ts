import { parse } from 'tldts'
import { endsInName, refusePrivateHost } from '../../accounts/hosts/rules.ts'
import { platformOfHost } from '../../accounts/platforms/rules.ts'
import type { Refusal } from '../../errors/domain-error.ts'
import { textLimits } from '../../text/storable.ts'
import { parseWebAddress } from '../../text/web-address.ts'
import { linkLimits } from '../schema.ts'

export type DestinationReading = { readonly address: string } | { readonly refusal: Refusal }

function refused(code: Refusal['code']): { refusal: Refusal } {
  return { refusal: { code, field: 'destination' } }
}

type Parsed = NonNullable<ReturnType<typeof parseWebAddress>>

function parsed(text: string): Parsed | null {
  // What browsers read in other ways than servers: white space and control signs inside, backslashes for slashes.
  if (/[\s\p{Cc}\p{Cf}\\]/u.test(text)) return null
  return parseWebAddress(text)
}

/** Whether a visitor may be sent there: https, the usual port, nobody's name in it, and a host of the list or below one. */
function isAllowed(url: Parsed, domains: readonly string[]): boolean {
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === ''
  return isPlain && domains.some((domain) => endsInName(url.hostname, domain)) && refusePrivateHost(url.hostname, true) === null
}

/**
 * Where a link may lead, in the one form that is stored: the address as browsers write it. An address without a scheme is taken as https.
 * `ownHost` is where links themselves live: one that leads to another would never end.
 */
export function readDestination(text: string, domains: readonly string[], ownHost: string): DestinationReading {
  const typed = text.trim()
  if (typed === '') return refused('required')
  const url = parsed(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`)
  if (!url) return refused('address-invalid')
  if (url.protocol !== 'https:') return refused('destination-not-https')
  if (url.username !== '' || url.password !== '' || url.port !== '') return refused('destination-not-plain')
  if (refusePrivateHost(url.hostname, true)) return refused('address-not-public')
  if (url.host === ownHost && /^\/l(\/|$)/.test(url.pathname)) return refused('link-to-link')
  if (!isAllowed(url, domains)) return refused('destination-not-allowed')
  if (url.href.length > textLimits.address)
    return { refusal: { code: 'text-too-long', field: 'destination', params: { max: textLimits.address } } }
  return { address: url.href }
}

/** Asked again at each visit, of the list as it is now: what was taken off it leads nowhere from then on. */
export function mayLeadTo(address: string, domains: readonly string[]): boolean {
  const url = parsed(address)
  return url !== null && isAllowed(url, domains)
}

export type DomainsReading = { readonly domains: readonly string[] } | { readonly refusal: Refusal }

/**
 * The organization's own domains as an administrator types or pastes them, names below them included. Refused: a name under which
 * strangers have theirs (`co.uk`, `github.io`), and networks where anybody publishes: each would make every link an open redirect.
 */
export function readDomains(text: string): DomainsReading {
  const found = new Set<string>()
  for (const word of text.split(/[\s,;]+/).filter((one) => one !== '')) {
    const url = parsed(/^https?:\/\//i.test(word) ? word : `https://${word}`)
    const host = url?.hostname.replace(/^www\./, '').replace(/\.$/, '') ?? ''
    const code = refuseDomain(url, host)
    if (code) return { refusal: { code, field: 'domains', params: { name: word.slice(0, 100) } } }
    found.add(host)
  }
  if (found.size > linkLimits.domains) return { refusal: { code: 'too-many', field: 'domains', params: { max: linkLimits.domains } } }
  return { domains: [...found].sort() }
}

function refuseDomain(url: Parsed | null, host: string): Refusal['code'] | null {
  if (url === null) return 'address-invalid'
  if (url.username !== '' || url.password !== '') return 'address-invalid'
  if (refusePrivateHost(host, true)) return 'address-not-public'
  if (parse(host, { allowPrivateDomains: true }).domain === null) return 'domain-of-many'
  return platformOfHost(host) === null ? null : 'domain-of-many'
}
