import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { FastifyInstance } from 'fastify'
import { statusOf, toDomainError } from './errors.ts'

/** Origins whose pages may change something here. */
export function acceptedOrigins(baseUrl: string, isDemonstration: boolean): string[] {
  const url = new URL(baseUrl)
  if (!isDemonstration) return [url.origin]
  const port = url.port ? `:${url.port}` : ''
  return [`http://localhost${port}`, `http://127.0.0.1${port}`]
}

/**
 * Before any route: in demonstration the Host must be this machine (DNS rebinding); whatever changes something must come from
 * our own pages. After any route: one shape of error, which never carries what an unexpected failure said.
 */
export function registerGuards(app: FastifyInstance, options: { origins: string[]; isDemonstration: boolean }): void {
  const hosts = new Set(options.origins.map((o) => new URL(o).host))
  app.addHook('onRequest', async (req) => {
    if (options.isDemonstration && !hosts.has(req.headers.host ?? '')) throw new DomainError('forbidden')
    const isRead = req.method === 'GET' || req.method === 'HEAD' || req.method === 'OPTIONS'
    const origin = req.headers.origin
    // Programs send no Origin and no cookie of ours; browsers always send one on writes.
    if (!isRead && origin !== undefined && !options.origins.includes(origin)) throw new DomainError('forbidden')
    if (!isRead && origin === undefined && req.headers['sec-fetch-site'] && req.headers['sec-fetch-site'] !== 'same-origin')
      throw new DomainError('forbidden')
  })
  app.addHook('onSend', async (req, reply) => {
    reply.header('x-request-id', req.id)
  })
  app.setErrorHandler((e: Error & { statusCode?: number; code?: string }, req, reply) => {
    const isOurs = !(e.statusCode && e.statusCode < 500) || e instanceof DomainError
    const known = isOurs ? toDomainError(e) : new DomainError(e.statusCode === 413 ? 'too-large' : 'invalid-input', e)
    if (known.code === 'internal') req.log.error({ err: e }, 'unexpected')
    return reply.status(statusOf(known.code)).send({ refusals: known.refusals, requestId: req.id })
  })
}
