import { isCode } from '@oeuvre/domain/links/codes/rules'
import { deviceKind, isPrefetch, referringHost, visitorKind, wantsNoTrace } from '@oeuvre/domain/links/visitors/rules'
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import pg from 'pg'
import { pageFor, type VisitorNotice } from '../../platform/visitor-page.ts'
import { createVisitCounter } from './commands/count-visits.ts'
import { createLinkFinder, type Finding } from './queries/open-link.ts'

type Found = Extract<Finding, { kind: 'found' }>
export type LinkDoor = { register(http: FastifyInstance): void; forget(code: string): void; stop(): Promise<void> }

/**
 * `/l/<code>`, for whoever was sent one: no session, no cookie, no organization in the address. Two connections of its own, so that visitors
 * never wait for the app nor the app for them; their time is bounded here and, a little sooner, in the database, so that what was given up
 * is not written after all.
 */
export function createLinkDoor(databaseUrl: string, log: FastifyBaseLogger, now: () => Date): LinkDoor {
  const pool = new pg.Pool({
    ...{ connectionString: databaseUrl, max: 2, application_name: 'oeuvre-links' },
    ...{ connectionTimeoutMillis: 2_000, query_timeout: 2_500, statement_timeout: 2_000 },
  })
  const onError = (e: Error) => log.warn({ err: e }, 'database connection of links lost')
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  const finder = createLinkFinder(async (code) => {
    const { rows } = await pool.query({ name: 'open-link', text: 'SELECT open_link($1) AS v', values: [code] })
    return rows[0]?.v ?? null
  })
  const counter = createVisitCounter(async (rows) => {
    await pool.query('SELECT record_visits($1::jsonb)', [JSON.stringify(rows)])
  }, log)
  return {
    register(http) {
      // Stricter headers of its own, and fewer.
      http.get('/l/:code', { helmet: false }, async (req, reply) => {
        const { code } = req.params as { code: string }
        const word = code.toLowerCase()
        const finding: Finding = isCode(word) ? await finder.find(word, req.ip, now()) : { kind: 'unknown' }
        reply.headers(headers)
        if (finding.kind !== 'found' || finding.state !== 'working') return notice(req, reply, finding)
        if (isVisit(req)) counter.count(visitOf(req, finding), now())
        return reply.status(302).header('location', finding.link.leadsTo).send()
      })
    },
    forget: finder.forget,
    async stop() {
      await counter.stop()
      await pool.end()
    },
  }
}

const headers = {
  ...{ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' },
  ...{ 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'x-content-type-options': 'nosniff' },
} as const

/** Asking whether an address works is none, nor is fetching ahead; a visitor who wishes to leave no trace leaves none. */
function isVisit({ method, headers }: FastifyRequest): boolean {
  return method === 'GET' && !wantsNoTrace(headers) && !isPrefetch(headers)
}

/** What a header says is read once for the many who send the same; of where somebody came from, all behind the host is cut off before. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const memory = new LRUCache<string, { readonly value: T }>({ max: 2_000 })
  return (text) => {
    const known = memory.get(text) ?? { value: read(text) }
    memory.set(text, known)
    return known.value
  }
}
const readAgent = remembered((agent) => ({ kind: visitorKind({ 'user-agent': agent }), device: deviceKind({ 'user-agent': agent }) }))
const readHost = remembered((referer) => referringHost({ referer }))

function visitOf({ headers: { 'user-agent': agent = '', referer = '' } }: FastifyRequest, { link: { organizationId, linkId } }: Found) {
  return {
    organizationId,
    linkId,
    host: readHost(/^[a-z-]+:\/\/[^/?#]{1,260}/i.exec(referer)?.[0] ?? ''),
    ...readAgent(agent.slice(0, 400)),
  }
}

function notice(req: FastifyRequest, reply: FastifyReply, finding: Finding): FastifyReply {
  const { code, notice } = noticeOf(finding)
  const { html, policy } = pageFor(notice, req.headers['accept-language'] ?? '')
  if (code >= 429) reply.header('retry-after', '5')
  return reply
    .status(code)
    .header('content-security-policy', policy)
    .header('vary', 'accept-language')
    .type('text/html; charset=utf-8')
    .send(html)
}

function noticeOf(finding: Finding): { readonly code: number; readonly notice: VisitorNotice } {
  if (finding.kind === 'unknown') return { code: 404, notice: 'unknown' }
  if (finding.kind !== 'found') return { code: finding.kind === 'busy' ? 429 : 503, notice: 'later' }
  const { state } = finding
  return { code: 410, notice: state === 'expired' || state === 'blocked' ? state : 'withdrawn' }
}
