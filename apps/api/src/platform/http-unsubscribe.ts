import type { FastifyRequest } from 'fastify'
import type { Context } from '../trpc/context.ts'
import type { PublicRoute } from './http-organization.ts'

function tokenOf(req: FastifyRequest): string {
  const { token } = req.params as { token?: unknown }
  return typeof token === 'string' ? token : ''
}

/** The two routes of a link that ends a mail: one click in a mailbox posts (RFC 8058); whoever opens the address is shown its page and asked. */
export function unsubscribeRoutesOf(path: `/unsubscribe${string}`, end: (ctx: Context, token: string) => Promise<unknown>): PublicRoute[] {
  const shared = { path: `${path}/:token`, because: 'the link under a mail, known to its reader alone' } as const
  return [
    {
      ...shared,
      method: 'POST',
      async handler(ctx, req, reply) {
        await end(ctx, tokenOf(req))
        return reply.status(204).send()
      },
    },
    {
      ...shared,
      method: 'GET',
      async handler(_, req, reply) {
        return reply.redirect(`${path}/${encodeURIComponent(tokenOf(req))}`)
      },
    },
  ]
}
