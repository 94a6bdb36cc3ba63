import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import { createDatabase, type Database } from '@oeuvre/db/database'
import { type FastifyTRPCPluginOptions, fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import Fastify, { type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { startWorking } from './background.ts'
import type { Config } from './env.ts'
import { httpRoutes, publicRoutes } from './http-routes.ts'
import { readPersonas } from './modules/identity/queries/list-demonstration.ts'
import { tagPage } from './modules/impact/queries/tag-page.ts'
import { createLinkDoor } from './modules/links/routes.ts'
import { registerStoryDoor } from './modules/stage/routes.ts'
import { type Auth, createAuth } from './platform/auth.ts'
import { prepareFiles } from './platform/files.ts'
import { openActor, type Visitor } from './platform/gate.ts'
import { registerAuthRoutes } from './platform/http-auth.ts'
import { acceptedOrigins, registerGuards } from './platform/http-guard.ts'
import { registerOrganizationRoutes, registerPublicRoutes } from './platform/http-organization.ts'
import { registerVersioned } from './platform/http-versioned.ts'
import { createJobs, type Jobs } from './platform/jobs.ts'
import { createLimits } from './platform/limits.ts'
import { createLive } from './platform/live.ts'
import { createMailer } from './platform/mail/mailer.ts'
import { createPace } from './platform/outside/pace.ts'
import { createSafeFetch } from './platform/outside/safe-fetch.ts'
import { createPrinter } from './platform/printer.ts'
import { requestKeyHeader, requestKeyOf } from './platform/request-keys.ts'
import { createSeal } from './platform/seal.ts'
import { sessionToken } from './platform/session.ts'
import type { Context, Deps } from './trpc/context.ts'
import { type AppRouter, appRouter } from './trpc/router.ts'

export type App = {
  readonly http: FastifyInstance
  readonly db: Database
  readonly auth: Auth
  readonly deps: Deps
  readonly jobs: Jobs
  close(): Promise<void>
}

/** A file goes through as a stream, so that its size costs no memory. */
const uploadLimits = { fileSize: 1024 ** 3, files: 1, fields: 10, parts: 11 }

/** Everything but listening. `now` and `lent` exist for tests. */
export async function buildApp(
  config: Config,
  now: () => Date = () => new Date(),
  lent: Partial<Pick<Deps, 'outside'>> = {},
): Promise<App> {
  const http = createHttp(config)
  await prepareFiles(config.filesDir)
  const db = createDatabase(config.databaseUrl, { onError: (e) => http.log.warn({ err: e }, 'database connection lost') })
  const origins = acceptedOrigins(config.baseUrl, config.isDemonstration)
  const auth = createAuth(db, { baseUrl: config.baseUrl, secret: config.secret, trustedOrigins: origins })
  const jobs = await createJobs(config.databaseUrl, {
    onError: (e, queue) => http.log.error({ err: e, queue }, 'job'),
    isWorking: config.hasJobs,
    hasClock: config.hasClock,
    pauseSeconds: config.jobPauseSeconds,
  })
  const outside = config.readsOutside ? createSafeFetch({ pace: createPace(db) }) : null
  const door = createLinkDoor(config.databaseUrl, http.log, now)
  const deps: Deps = {
    db,
    limits: createLimits(db),
    enqueue: jobs.enqueue,
    isDemonstration: config.isDemonstration,
    baseUrl: config.baseUrl,
    hashPassword: async (password) => (await auth.$context).password.hash(password),
    filesDir: config.filesDir,
    live: createLive(config.databaseUrl, (e) => http.log.warn({ err: e }, 'live')),
    mailer: config.mail && createMailer(config.mail),
    jobs,
    printer: config.chromiumPath === null ? null : createPrinter(config.chromiumPath),
    ownUrl: () => ownUrlOf(http),
    ...{ outside, seal: createSeal(config.secret) },
    links: door,
    ...lent,
  }
  registerGuards(http, { origins, isDemonstration: config.isDemonstration })
  await registerHeaders(http)
  await registerAuthRoutes(http, auth, deps, readPersonas)
  const contextOf = contextsOf(deps, config, now)
  registerVersioned(http, [{ path: '/api/trpc/impact.page', tagOf: (req) => tagPage(contextOf(req), req.query) }])
  await http.register(fastifyTRPCPlugin, {
    prefix: '/api/trpc',
    trpcOptions: {
      router: appRouter,
      createContext: ({ req }) => contextOf(req),
      onError({ path, error, ctx }) {
        if (error.code === 'INTERNAL_SERVER_ERROR')
          http.log.error({ path, err: error.cause ?? error, requestId: ctx?.requestId }, 'unexpected')
      },
    },
  } satisfies FastifyTRPCPluginOptions<AppRouter>)
  await registerBodies(http)
  registerPublicRoutes(http, contextOf, publicRoutes)
  registerOrganizationRoutes(http, contextOf, httpRoutes)
  registerHealth(http, db)
  for (const open of [door.register, (to: FastifyInstance) => registerStoryDoor(to, contextOf)]) open(http)
  await registerPages(http, config.webRoot)
  if (config.hasJobs) await startWorking(jobs, deps, now)
  http.addHook('onClose', () => closeAll(deps, [jobs, deps.live, door]))
  return { http, db, auth, deps, jobs, close: () => http.close() }
}

async function closeAll({ mailer, db }: Deps, parts: readonly { stop(): Promise<unknown> }[]): Promise<void> {
  await Promise.all(parts.map((part) => part.stop()))
  mailer?.close()
  await db.close()
}

function registerHealth(http: FastifyInstance, db: Database): void {
  http.get('/healthz', async () => {
    await db.pool.query('SELECT 1')
    return { ok: true }
  })
}

/** Loopback where it listens on every address. @throws Error before it listens */
function ownUrlOf(http: FastifyInstance): string {
  const at = http.server.address()
  if (at === null || typeof at === 'string') throw new Error('the server does not listen')
  const host = at.address === '0.0.0.0' || at.address === '::' ? '127.0.0.1' : at.address
  return `http://${host.includes(':') ? `[${host}]` : host}:${at.port}`
}

function createHttp(config: Config): FastifyInstance {
  return Fastify({
    logger: config.logLevel === 'silent' ? false : { level: config.logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    logController: new LogController({ disableRequestLogging: true }), // addresses carry one-use links
    genReqId: () => randomUUID(),
    trustProxy: config.trustedProxies.length ? [...config.trustedProxies] : false,
    routerOptions: { maxParamLength: 5000 },
    bodyLimit: 4 * 1024 * 1024, // below it a form answers, not the server
    forceCloseConnections: true,
  })
}

/** What else than JSON may be sent. */
async function registerBodies(http: FastifyInstance): Promise<void> {
  await http.register(multipart, { limits: uploadLimits })
  // A part of a resumable upload (tus); larger ones than `bodyLimit` are refused.
  http.addContentTypeParser('application/offset+octet-stream', { parseAs: 'buffer' }, (_, body, done) => done(null, body))
  // One-click unsubscription posts a form, of which nothing is read.
  http.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, __, done) => done(null, null))
}

/** One context a request, so that its gate is opened once whoever asks. */
function contextsOf(deps: Deps, config: Config, now: () => Date): (req: FastifyRequest) => Context {
  const contexts = new WeakMap<FastifyRequest, Context>()
  return (req) => {
    const context = contexts.get(req) ?? createContext(deps, config, req, now)
    contexts.set(req, context)
    return context
  }
}

export function createContext(deps: Deps, config: Config, req: FastifyRequest, now: () => Date): Context {
  const token = sessionToken(req.headers.cookie, config.secret)
  const header = req.headers['x-oeuvre-organization']
  const params = req.params as { organization?: string } | undefined
  const slug = params?.organization ?? (typeof header === 'string' ? header : null)
  let opened: Promise<Visitor> | null = null
  return {
    ...deps,
    requestId: req.id,
    now: now(),
    address: req.ip,
    sessionToken: token,
    organizationSlug: slug,
    requestKey: requestKeyOf(req.headers[requestKeyHeader]),
    visitor() {
      opened ??= openActor(deps.db, token, slug)
      return opened
    },
  }
}

async function registerHeaders(http: FastifyInstance): Promise<void> {
  await http.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"], // the component library writes style attributes
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        upgradeInsecureRequests: null,
      },
    },
    strictTransportSecurity: false, // the balancer's to say
    referrerPolicy: { policy: 'same-origin' }, // with no-referrer Chromium sends no Origin and sign-in fails
    crossOriginOpenerPolicy: { policy: 'same-origin' },
  })
}

async function registerPages(http: FastifyInstance, webRoot: string | null): Promise<void> {
  const isBuilt = webRoot !== null && existsSync(webRoot)
  if (isBuilt)
    await http.register(fastifyStatic, {
      root: webRoot,
      wildcard: false,
      immutable: true,
      maxAge: '1y',
      setHeaders(res, path) {
        // Only the names of assets change with their content.
        if (!path.includes('/assets/')) res.header('cache-control', 'no-cache')
      },
    })
  http.setNotFoundHandler((req, reply) => {
    // An asset of an older build must fail as one, not arrive as a page.
    if (isBuilt && req.method === 'GET' && !req.url.startsWith('/api/') && !req.url.startsWith('/assets/'))
      return reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
    return reply.status(404).send({ refusals: [{ code: 'not-found' }], requestId: req.id })
  })
}
