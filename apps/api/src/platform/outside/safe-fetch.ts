import { lookup } from 'node:dns/promises'
import type { OutsideRefusal } from '@oeuvre/domain/accounts/outside/schema'
import { LRUCache } from 'lru-cache'
import robotsParser from 'robots-parser'
import { Agent, errors, request } from 'undici'
import { type Door, isOpenAddress, portOf, refuseUrl } from './judge.ts'
import type { Pace } from './pace.ts'
import { decodeText, readBody, TooLarge, UnknownEncoding } from './read-body.ts'

/** By which name robots.txt may speak to us. */
export const robotName = 'OeuvreReader'
const userAgent = `${robotName}/1.0 (reads a public page once a day at most, because its owner asked)`

export const outsideLimits = { bytes: 2 * 1024 * 1024, totalMs: 15_000, silenceMs: 6_000, redirects: 3 } as const

export type Asked = {
  readonly url: string
  /** Media types that are taken, for instance `text/html`. */
  readonly accept: readonly string[]
  readonly etag?: string | null
  readonly lastModified?: string | null
  /** Posted to whoever handed out the address for it: not read but told, so robots.txt has no say, and nothing is followed on. */
  readonly json?: string
}

type Caching = { readonly etag: string | null; readonly lastModified: string | null; readonly freshSeconds: number }
export type OutsideAnswer =
  | ({ readonly kind: 'page'; readonly url: string; readonly contentType: string; readonly text: string } & Caching)
  | ({ readonly kind: 'unchanged' } & Caching)
  | { readonly kind: 'refused'; readonly reason: OutsideRefusal; readonly status?: number; readonly retryAfterSeconds?: number }

export type SafeFetch = (asked: Asked) => Promise<OutsideAnswer>

type Options = {
  readonly pace: Pace
  readonly limits?: Partial<Record<keyof typeof outsideLimits, number>>
  /** For tests alone. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
  readonly door?: Door
}

class Refused extends Error {
  readonly answer: Extract<OutsideAnswer, { kind: 'refused' }>
  constructor(reason: OutsideRefusal, more: { status?: number; retryAfterSeconds?: number } = {}) {
    super(reason)
    this.answer = { kind: 'refused', reason, ...more }
  }
}

async function resolveAll(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address)
}

type Robots = (place: string, text: string) => { isAllowed(url: string, name: string): boolean | undefined }
// What its types say of its one export differs with how modules are resolved; it is this function.
const readRobots = robotsParser as unknown as Robots

type Way = Required<Omit<Options, 'limits'>> & {
  readonly limits: Record<keyof typeof outsideLimits, number>
  /** Of this process alone, a day each: what another process would ask again. */
  readonly robots: LRUCache<string, string>
}
type Hop = { readonly url: URL; readonly headers: Record<string, string>; readonly signal: AbortSignal; readonly json?: string }
type Reply = { readonly status: number; readonly header: (name: string) => string; readonly body: Buffer }

/**
 * The one way out of this server to addresses that people give. Each hop is judged anew: scheme, port, name, then every address that the
 * name resolves to; the connection goes to those addresses and to no others, so that a second look-up decides nothing. robots.txt is
 * obeyed, hosts are paced, size and time are bounded. Answers with a reason instead of throwing.
 */
export function createSafeFetch({ pace, resolve = resolveAll, door = () => false, limits = {} }: Options): SafeFetch {
  const robots = new LRUCache<string, string>({ max: 500, ttl: 24 * 60 * 60 * 1000 })
  const way: Way = { pace, resolve, door, limits: { ...outsideLimits, ...limits }, robots }
  return async (asked) => {
    try {
      const signal = AbortSignal.timeout(way.limits.totalMs)
      const hop = { url: parse(asked.url), headers: headersFor(asked), signal }
      if (asked.json !== undefined) return told(await send(way, { ...hop, json: asked.json }))
      const { url, reply } = await follow(way, hop, (next) => obeyRobots(way, next, signal))
      return answerOf(asked, url, reply)
    } catch (e) {
      return e instanceof Refused ? e.answer : { kind: 'refused', reason: reasonOf(e) }
    }
  }
}

function judgeName({ door }: Way, url: URL): void {
  const reason = refuseUrl(url, (port) => door('127.0.0.1', port))
  if (reason) throw new Refused(reason)
}

async function judge(way: Way, { url, signal }: Hop): Promise<readonly string[]> {
  judgeName(way, url)
  const ended = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
  const found = way.resolve(url.hostname.replace(/\.$/, '')).catch(() => [])
  const addresses = await Promise.race([found, ended])
  if (addresses.length === 0) throw new Refused('host-unknown')
  // One inside among others outside is a trap, not a choice.
  if (!addresses.every((ip) => isOpenAddress(ip) || way.door(ip, portOf(url)))) throw new Refused('resolves-inside')
  return addresses
}

async function send(way: Way, hop: Hop): Promise<Reply> {
  const { url, headers, signal, json } = hop
  const { silenceMs, bytes } = way.limits
  const addresses = await judge(way, hop)
  const wait = await way.pace(url.hostname)
  if (wait > 0) throw new Refused('pace', { retryAfterSeconds: wait })
  const connect = { lookup: pinnedTo(addresses), timeout: silenceMs }
  const agent = new Agent({ connect, headersTimeout: silenceMs, bodyTimeout: silenceMs, maxHeaderSize: 16 * 1024 })
  try {
    const {
      statusCode,
      headers: received,
      body,
    } = await request(url, { dispatcher: agent, signal, headers, ...(json !== undefined && { method: 'POST', body: json }) })
    const header = (name: string) => [received[name]].flat().join(', ')
    if (Number(header('content-length')) > bytes) throw new Refused('size')
    const hasBody = statusCode >= 200 && statusCode < 300
    return { status: statusCode, header, body: hasBody ? await readBody(body, header('content-encoding'), bytes) : Buffer.alloc(0) }
  } finally {
    void agent.destroy()
  }
}

async function follow(way: Way, start: Hop, before: (url: URL) => Promise<void>): Promise<{ url: URL; reply: Reply }> {
  let url = start.url
  for (let hop = 0; hop <= way.limits.redirects; hop++) {
    await before(url)
    const reply = await send(way, { ...start, url })
    if (![301, 302, 303, 307, 308].includes(reply.status)) return { url, reply }
    const next = parse(reply.header('location'), url)
    if (url.protocol === 'https:' && next.protocol === 'http:') throw new Refused('redirect-insecure')
    url = next
  }
  throw new Refused('redirects')
}

/** RFC 9309: none there means that all is allowed, a fault of the server that nothing is. */
async function obeyRobots(way: Way, url: URL, signal: AbortSignal): Promise<void> {
  judgeName(way, url)
  const place = `${url.origin}/robots.txt`
  let rules = way.robots.get(place)
  if (rules === undefined) {
    const hop = { url: parse(place), headers: { 'user-agent': userAgent, accept: 'text/plain' }, signal }
    const { reply } = await follow(way, hop, async () => undefined)
    if (reply.status >= 500 || reply.status === 429) throw new Refused('robots', { status: reply.status })
    rules = reply.status < 300 ? decodeText(reply.body, reply.header('content-type')) : ''
    way.robots.set(place, rules)
  }
  if (readRobots(place, rules).isAllowed(url.href, robotName) === false) throw new Refused('robots')
}

function parse(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new Refused('not-an-address')
  return new URL(text, base?.href)
}

/** The look-up of the connection itself: it answers what was judged, whatever the name resolves to by now. */
function pinnedTo(addresses: readonly string[]) {
  const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
  return (_: string, options: { all?: boolean }, done: (e: null, address: never, family?: number) => void) => {
    const [first] = all
    const answer = options.all ? all : first?.address
    done(null, answer as never, options.all ? undefined : first?.family)
  }
}

function headersFor({ accept, etag, lastModified, json }: Asked): Record<string, string> {
  if (json !== undefined) return { 'user-agent': userAgent, 'content-type': 'application/json' }
  return {
    'user-agent': userAgent,
    accept: accept.join(', '),
    'accept-encoding': 'gzip, deflate, br',
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  }
}

/** Taken or not: what else is answered is nobody's to read. */
function told({ status, header }: Reply): OutsideAnswer {
  if (status >= 300 && status < 400) throw new Refused('redirects')
  if (status < 200 || status >= 300) throw new Refused('status', { status, ...retryAfter(header('retry-after')) })
  return { kind: 'unchanged', etag: null, lastModified: null, freshSeconds: 0 }
}

function answerOf({ accept }: Asked, url: URL, { status, header, body }: Reply): OutsideAnswer {
  const caching = { etag: header('etag') || null, lastModified: header('last-modified') || null, freshSeconds: freshness(header) }
  if (status === 304) return { kind: 'unchanged', ...caching }
  if (status < 200 || status >= 300) throw new Refused('status', { status, ...retryAfter(header('retry-after')) })
  const contentType = header('content-type')
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? ''
  if (type !== '' && !accept.some((one) => one === type)) throw new Refused('kind')
  return { kind: 'page', url: url.href, contentType: type, text: decodeText(body, contentType), ...caching }
}

/** Seconds that the answer may be kept; `no-store` and the like: none. */
function freshness(header: (name: string) => string): number {
  const control = header('cache-control')
  if (/no-store|no-cache/i.test(control)) return 0
  const maxAge = Number(/max-age=(\d{1,9})/i.exec(control)?.[1])
  if (!Number.isNaN(maxAge)) return maxAge
  const left = (Date.parse(header('expires')) - Date.parse(header('date'))) / 1000
  return left > 0 ? Math.floor(left) : 0
}

function retryAfter(text: string): { retryAfterSeconds?: number } {
  const seconds = /^\d{1,9}$/.test(text.trim()) ? Number(text) : (Date.parse(text) - Date.now()) / 1000
  return seconds > 0 ? { retryAfterSeconds: Math.ceil(seconds) } : {}
}

function reasonOf(e: unknown): OutsideRefusal {
  if (e instanceof TooLarge || e instanceof errors.HeadersOverflowError) return 'size'
  if (e instanceof UnknownEncoding || (e instanceof Error && 'code' in e && String(e.code).startsWith('Z_'))) return 'encoding'
  if (e instanceof errors.HeadersTimeoutError || e instanceof errors.BodyTimeoutError || e instanceof errors.ConnectTimeoutError)
    return 'time'
  return e instanceof Error && (e.name === 'TimeoutError' || e.name === 'AbortError') ? 'time' : 'connection'
}
