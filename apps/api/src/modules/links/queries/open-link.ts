import { mayLeadTo } from '@oeuvre/domain/links/destinations/rules'
import { type LinkFacts, linkState } from '@oeuvre/domain/links/rules'
import type { LinkState } from '@oeuvre/domain/links/schema'
import { type Utm, withUtm } from '@oeuvre/domain/links/utm/rules'
import { LRUCache } from 'lru-cache'

/** As the database says it. */
type Opened = Utm & {
  readonly organizationId: string
  readonly linkId: string
  readonly destination: string
  readonly expiresAt: string | null
  readonly isWithdrawn: boolean
  readonly hasOwnerLeft: boolean
  readonly domains: readonly string[]
}
type OpenLink = LinkFacts & { readonly organizationId: string; readonly linkId: string; readonly leadsTo: string }

export type Finding =
  | { readonly kind: 'found'; readonly link: OpenLink; readonly state: LinkState }
  | { readonly kind: 'unknown' }
  /** The database does not answer, and the code is not known here. */
  | { readonly kind: 'away' }
  /** Too many codes that are none, from one address or from all. */
  | { readonly kind: 'busy' }

const limits = {
  /** Milliseconds that a code is known without the database; from half of it on it is asked for again, so that one in use outlives a short absence. */
  known: 60_000,
  unknown: 10_000,
  codes: 10_000,
  /** Questions at once. */
  asking: 200,
  /** Codes that are none, of one address in a minute. Counted in memory, and forgotten with it. */
  strange: 30,
  /** Milliseconds of silence after the database did not answer. */
  rest: 1_000,
} as const

type Ask = (code: string) => Promise<Opened | null>
type Clock = { now(): number }

/** Which link has this code? Answers from memory where it can; what is not there costs one short question, however many ask it at once. */
export function createLinkFinder(ask: Ask, clock: Clock = performance) {
  const memory = { ttlAutopurge: false, ttlResolution: 100, perf: clock } as const
  const known = new LRUCache<string, { link: OpenLink; at: number }>({ ...memory, max: limits.codes, ttl: limits.known })
  const unknown = new LRUCache<string, true>({ ...memory, max: limits.codes, ttl: limits.unknown })
  const strange = new LRUCache<string, number>({ ...memory, max: limits.codes, ttl: 60_000, noUpdateTTL: true })
  const asking = new Map<string, Promise<OpenLink | null>>()
  let restsUntil = 0

  async function learn(code: string): Promise<OpenLink | null> {
    try {
      const opened = await ask(code)
      if (opened === null) unknown.set(code, true)
      const link = opened && linkOf(opened)
      if (link) known.set(code, { link, at: clock.now() })
      else known.delete(code)
      return link
    } catch (e) {
      restsUntil = clock.now() + limits.rest
      throw e
    } finally {
      asking.delete(code)
    }
  }
  function askOnce(code: string): Promise<OpenLink | null> {
    const going = asking.get(code) ?? learn(code)
    asking.set(code, going)
    return going
  }
  return {
    async find(code: string, address: string, now: Date): Promise<Finding> {
      const kept = known.get(code)
      if (kept) {
        const isOld = clock.now() - kept.at > limits.known / 2
        if (isOld && clock.now() >= restsUntil && asking.size < limits.asking) askOnce(code).catch(() => {})
        return { kind: 'found', link: kept.link, state: linkState(kept.link, now) }
      }
      if (unknown.has(code)) return { kind: 'unknown' }
      if (clock.now() < restsUntil) return { kind: 'away' }
      const before = strange.get(address) ?? 0
      if (before >= limits.strange || (asking.size >= limits.asking && !asking.has(code))) return { kind: 'busy' }
      const link = await askOnce(code).catch(() => undefined)
      if (link) return { kind: 'found', link, state: linkState(link, now) }
      if (link === null) strange.set(address, (strange.get(address) ?? 0) + 1)
      return { kind: link === null ? 'unknown' : 'away' }
    },
    /** A change was made here; other processes learn of it within a minute. */
    forget(code: string): void {
      known.delete(code)
      unknown.delete(code)
    },
  }
}

function linkOf({ organizationId, linkId, destination, domains, expiresAt, isWithdrawn, hasOwnerLeft, ...utm }: Opened): OpenLink {
  const { source, medium, campaign, content } = utm
  const leadsTo = withUtm(destination, { source, medium, campaign, content })
  return {
    organizationId,
    linkId,
    leadsTo,
    // Of the list as it was told with the link, which is at most a minute old, as the link is.
    mayLead: mayLeadTo(leadsTo, domains),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    isWithdrawn,
    hasOwnerLeft,
  }
}
