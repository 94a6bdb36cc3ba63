import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { Permission } from '@oeuvre/domain/organizations/policy'
import { initTRPC, TRPCError } from '@trpc/server'
import { statusOf, toDomainError } from '../platform/errors.ts'
import { authorise } from '../platform/http-organization.ts'
import { keyedBy } from '../platform/request-keys.ts'
import type { Context } from './context.ts'

/** Every procedure says who may call it: a permission of the one table, or why it needs none. */
export type Meta = { readonly permission: Permission } | { readonly publicBecause: string } | { readonly signedInBecause: string }

const trpcCode = {
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
  500: 'INTERNAL_SERVER_ERROR',
} as const

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const known = toDomainError(error.cause ?? error)
      // Errors of the router itself (no such procedure, unreadable body) have no cause of ours.
      const refusals =
        error.cause || error.code === 'INTERNAL_SERVER_ERROR'
          ? known.refusals
          : [{ code: error.code === 'NOT_FOUND' ? ('not-found' as const) : ('invalid-input' as const) }]
      return {
        ...shape,
        message: refusals[0]?.code ?? 'internal',
        data: { code: shape.data.code, httpStatus: shape.data.httpStatus, refusals, requestId: ctx?.requestId ?? null },
      }
    },
  })

/** Turns our refusals into the transport's codes; what nobody expected stays INTERNAL_SERVER_ERROR and is logged by the adapter. */
const refusing = t.middleware(async ({ next }) => {
  const result = await next()
  if (result.ok) return result
  const known = toDomainError(result.error.cause ?? result.error)
  if (result.error.code !== 'INTERNAL_SERVER_ERROR' && !(result.error.cause instanceof DomainError)) return result
  const status = statusOf(known.code)
  throw new TRPCError({ code: trpcCode[status as keyof typeof trpcCode] ?? 'BAD_REQUEST', message: known.code, cause: known })
})

export const router = t.router
const base = t.procedure.use(refusing)

/** Anybody may call it; the reason is part of the declaration. */
export function publicProcedure(publicBecause: string) {
  return base.meta({ publicBecause })
}

/** Somebody signed in, before an organization is chosen. */
export function signedInProcedure(signedInBecause: string) {
  return base.meta({ signedInBecause }).use(({ ctx, next }) => {
    if (!ctx.sessionToken) throw new DomainError('unauthenticated')
    return next({ ctx: { ...ctx, sessionToken: ctx.sessionToken } })
  })
}

/** A member of the organization in the address who holds the permission. Opens no transaction: commands and queries do. */
export function orgProcedure(permission: Permission) {
  return base.meta({ permission }).use(async ({ ctx, next, type, path, getRawInput }) => {
    const authorised = await authorise(ctx, permission)
    if (type !== 'mutation' || ctx.requestKey === null) return next({ ctx: { ...authorised, keyed: null } })
    return next({ ctx: { ...authorised, keyed: keyedBy(ctx.requestKey, permission, path, await getRawInput()) } })
  })
}
