import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../trpc/context.ts'
import { type Auth, authPaths } from './auth.ts'

function emailOf(body: Buffer | undefined): string {
  try {
    const parsed: unknown = JSON.parse(String(body))
    return typeof parsed === 'object' && parsed && 'email' in parsed ? String(parsed.email).slice(0, 254) : ''
  } catch {
    return '' // the library answers what is wrong with the body
  }
}

async function forward(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.status(response.status)
  for (const [k, v] of response.headers) if (k !== 'set-cookie') reply.header(k, v)
  const cookies = response.headers.getSetCookie()
  if (cookies.length) reply.header('set-cookie', cookies)
  return reply.send(response.body ? Buffer.from(await response.arrayBuffer()) : null)
}

/** The sign-in library behind a written list of paths, its body untouched, its attempts limited; and one-click demonstration. */
export async function registerAuthRoutes(
  app: FastifyInstance,
  auth: Auth,
  deps: Deps,
  readPersonas: (deps: Deps) => Promise<readonly { readonly key: string; readonly userId: string }[]>,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: 65_536 }, (_req, body, done) => done(null, body))
    scope.route({
      method: ['GET', 'POST'],
      url: '/api/auth/*',
      async handler(req: FastifyRequest, reply) {
        const path = req.url.split('?')[0] ?? ''
        if (!authPaths.has(`${req.method} ${path}`)) throw new DomainError('not-found')
        const body = req.body as Buffer | undefined
        const isSignIn = path.endsWith('/sign-in/email')
        const email = isSignIn ? emailOf(body) : ''
        if (isSignIn) await deps.limits.attempt('sign-in', email, req.ip)
        const headers = fromNodeHeaders(req.headers)
        headers.set('x-client-ip', req.ip) // never what the client sent
        headers.delete('content-length')
        const request = new Request(new URL(req.url, deps.baseUrl), {
          method: req.method,
          headers,
          ...(body?.length ? { body: new Uint8Array(body) } : {}),
        })
        const response = await auth.handler(request)
        if (isSignIn && response.ok) await deps.limits.forget('sign-in', email, req.ip)
        return forward(reply, response)
      },
    })
  })
  if (!deps.isDemonstration) return
  app.post<{ Body: { key?: unknown } | null }>('/api/demo/sign-in', async (req, reply) => {
    const persona = (await readPersonas(deps)).find((p) => p.key === req.body?.key)
    if (!persona) throw new DomainError('not-found')
    const headers = fromNodeHeaders(req.headers)
    return forward(reply, await auth.api.signInDemonstration({ body: { userId: persona.userId }, headers, asResponse: true }))
  })
}
