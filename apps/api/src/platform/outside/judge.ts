import { refusePrivateHost } from '@oeuvre/domain/accounts/hosts/rules'
import type { OutsideRefusal } from '@oeuvre/domain/accounts/outside/schema'
import ipaddr from 'ipaddr.js'

/** For tests alone: which of their own addresses they may reach. Nothing in a configuration leads here. */
export type Door = (ip: string, port: number) => boolean

const ports = new Set([80, 443])

export function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
}

/** Judged before anything is resolved. A host by number is refused in every spelling (decimal, octal, hex, IPv6): no profile has one. */
export function refuseUrl(url: URL, isDoor: (port: number) => boolean): OutsideRefusal | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme'
  if (url.username !== '' || url.password !== '') return 'credentials'
  if (!ports.has(portOf(url)) && !isDoor(portOf(url))) return 'port'
  if (url.hostname.startsWith('[') || ipaddr.isValid(url.hostname)) return 'host-by-number'
  return refusePrivateHost(url.hostname.replace(/\.$/, ''), true) ? 'host-private' : null
}

/** Only addresses of the open network: one of the few global blocks, and nothing that carries another address inside it. */
export function isOpenAddress(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false
  const address = ipaddr.parse(ip)
  if (address.range() !== 'unicast') return false
  if (address.kind() === 'ipv4') return true
  // 2000::/3 alone is given out; `::a.b.c.d`, site-local and local NAT64 prefixes lie outside. ISATAP hides IPv4 in the last half.
  const parts = ipaddr.IPv6.parse(ip).parts
  const first = parts[0] ?? 0
  const isIsatap = ((parts[4] ?? 0) & 0xfdff) === 0 && parts[5] === 0x5efe
  return first >= 0x2000 && first <= 0x3fff && !isIsatap
}
