import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'

/**
 * An answer that is wholly decided by what its tag is made of: versions of the ledger and of facts, whose border the reader has, the
 * day, the question. `tagOf` reads those before the work; null: not to be kept.
 */
export type VersionedAnswer = {
  /** Of the address, without the question. */
  readonly path: string
  tagOf(req: FastifyRequest): Promise<readonly unknown[] | null>
}

/** Bytes of answers kept in this process. Whatever is kept holds for its tag for ever, so another server has to know nothing of it. */
const kept = 48 * 1024 * 1024

/** Another build may answer the same question in another form. */
const build = createHash('sha256')
  .update(readFileSync(new URL(import.meta.url)))
  .digest('hex')

/** As it is sent: packed once for all its readers, null until that is done. */
type Kept = { readonly plain: Buffer; readonly packed: Buffer | null }
const pack = promisify(gzip)

/** Weak, since the answer is sent as it is or packed, by this server or by a proxy. */
function hash(parts: readonly unknown[]): string {
  return `W/"${createHash('sha256')
    .update(JSON.stringify([build, ...parts]))
    .digest('base64url')}"`
}

/**
 * Answers the same question again without doing the work again: 304 to whoever still has the answer, else the kept one. The tag is read
 * before the work, so a change meanwhile makes it old and never the other way round. Nothing but success is kept.
 */
export function registerVersioned(http: FastifyInstance, answers: readonly VersionedAnswer[]): void {
  const byPath = new Map(answers.map((answer) => [answer.path, answer]))
  const cache = new LRUCache<string, Kept>({ maxSize: kept, sizeCalculation: ({ plain }) => plain.length * 2 + 500 })
  const tags = new WeakMap<FastifyRequest, string>()
  http.addHook('preHandler', async (req, reply) => {
    const answer = req.method === 'GET' ? byPath.get(req.url.split('?', 1)[0] ?? '') : undefined
    // Whoever may not ask is told so by the procedure itself.
    const parts = answer && (await answer.tagOf(req).catch(() => null))
    if (!parts) return
    const tag = hash(parts)
    if (req.headers['if-none-match'] === tag) return label(reply, tag).code(304).send()
    const found = cache.get(tag)
    if (found) return sendKept(label(reply, tag), found, String(req.headers['accept-encoding']))
    tags.set(req, tag)
  })
  http.addHook('onSend', async (req, reply, payload) => {
    const tag = tags.get(req)
    // What a procedure answers comes as the web's own Response.
    if (tag === undefined || !(payload instanceof Response) || payload.status !== 200) return payload
    const own: Kept = { plain: Buffer.from(await payload.arrayBuffer()), packed: null }
    cache.set(tag, own)
    // Where it cannot be packed it goes as it is.
    void pack(own.plain).then(
      (packed) => Object.assign(own, { packed }),
      () => {},
    )
    label(reply, tag).header('content-type', 'application/json')
    return own.plain
  })
}

function sendKept(reply: FastifyReply, { plain, packed }: Kept, accepted: string): FastifyReply {
  reply.header('content-type', 'application/json')
  return packed && /\bgzip\b(?!;q=0(\.0*)?(,|$))/.test(accepted) ? reply.header('content-encoding', 'gzip').send(packed) : reply.send(plain)
}

function label(reply: FastifyReply, tag: string): FastifyReply {
  return reply
    .header('etag', tag)
    .header('cache-control', 'private, no-cache')
    .header('vary', 'cookie, x-oeuvre-organization, accept-encoding')
}
