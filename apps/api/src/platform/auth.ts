import type { Database } from '@oeuvre/db/database'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { passwordLength } from '@oeuvre/domain/identity/schema'
import { keeping } from '@oeuvre/domain/time/keeping'
import { APIError, betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { createAuthEndpoint, createAuthMiddleware } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import { assertPassword } from './passwords.ts'

/** The only paths of the sign-in library that are answered. No public sign-up: users come by invitation. */
export const authPaths: ReadonlySet<string> = new Set([
  'POST /api/auth/sign-in/email',
  'POST /api/auth/sign-out',
  'GET /api/auth/get-session',
  'POST /api/auth/revoke-sessions',
  'POST /api/auth/change-password',
])

/** Signs a demonstration person in without a password. Never mounted as a path: only our own loopback route calls it. */
const demonstration = {
  id: 'demonstration',
  endpoints: {
    signInDemonstration: createAuthEndpoint(
      '/demonstration/sign-in',
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (ctx) => {
        const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId)
        if (!user) throw new APIError('NOT_FOUND')
        const session = await ctx.context.internalAdapter.createSession(user.id)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ ok: true })
      },
    ),
  },
}

export function createAuth(db: Database, options: { baseUrl: string; secret: string; trustedOrigins: string[] }) {
  const url = new URL(options.baseUrl)
  const isPlainLoopback = url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return betterAuth({
    appName: 'Oeuvre',
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    secret: options.secret,
    trustedOrigins: options.trustedOrigins,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: prismaAdapter(db.prisma, { provider: 'postgresql', transaction: true }),
    account: { modelName: 'authAccount' },
    advanced: {
      database: { generateId: 'uuid' },
      cookiePrefix: 'oeuvre',
      useSecureCookies: !isPlainLoopback,
      ipAddress: { ipAddressHeaders: ['x-client-ip'] },
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 1, maxPasswordLength: passwordLength.max },
    session: { expiresIn: 60 * 60 * 24 * keeping.session.days, updateAge: 60 * 60 * 24 },
    rateLimit: { enabled: false }, // limits are ours, per account and per address, in the database
    hooks: {
      before: createAuthMiddleware(async (ctx) => {
        if (ctx.path !== '/change-password') return
        try {
          assertPassword(String((ctx.body as { newPassword?: unknown } | undefined)?.newPassword ?? ''), 'newPassword')
        } catch (e) {
          if (e instanceof DomainError) throw new APIError('BAD_REQUEST', { message: e.code, code: e.code, refusals: e.refusals })
          throw e
        }
      }),
    },
    plugins: [demonstration],
  })
}
export type Auth = ReturnType<typeof createAuth>
