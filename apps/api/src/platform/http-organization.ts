import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { isPermitted, type Permission } from '@oeuvre/domain/organizations/policy'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../trpc/context.ts'
import type { Visitor } from './gate.ts'

export type OrgContext = Context & Visitor

/** What does not fit a procedure (upload, download, export): the same gate, the same table of permissions, at `/api/o/<slug><path>`. */
export type OrganizationRoute = {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** For instance `/exports/outcomes.csv`; may hold parameters. */
  readonly path: string
  readonly permission: Permission
  handler(ctx: OrgContext, req: FastifyRequest, reply: FastifyReply): Promise<unknown>
}

/** Open to whoever knows its address, for a written reason, at `/api<path>`. */
export type PublicRoute = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly because: string
  handler(ctx: Context, req: FastifyRequest, reply: FastifyReply): Promise<unknown>
}

export function registerPublicRoutes(
  app: FastifyInstance,
  contextOf: (req: FastifyRequest) => Context,
  routes: readonly PublicRoute[],
): void {
  for (const { method, path, handler } of routes)
    app.route({ method, url: `/api${path}`, handler: async (req, reply) => handler(contextOf(req), req, reply) })
}

/** @throws DomainError unauthenticated, not-found, forbidden */
export async function authorise(ctx: Context, permission: Permission): Promise<OrgContext> {
  const visitor = await ctx.visitor()
  if (!isPermitted(visitor.actor, permission)) throw new DomainError('forbidden')
  return { ...ctx, ...visitor }
}

export function registerOrganizationRoutes(
  app: FastifyInstance,
  contextOf: (req: FastifyRequest) => Context,
  routes: readonly OrganizationRoute[],
): void {
  for (const route of routes)
    app.route({
      method: route.method,
      url: `/api/o/:organization${route.path}`,
      handler: async (req, reply) => route.handler(await authorise(contextOf(req), route.permission), req, reply),
    })
}
