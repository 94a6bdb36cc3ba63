import { z } from 'zod'

const Env = z.object({
  DATABASE_URL: z.url(),
  /** Where people reach the server: decides cookies, links and accepted origins. */
  BASE_URL: z.url().optional(),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  AUTH_SECRET: z.string().min(32),
  WEB_ROOT: z.string().optional(),
  FILES_DIR: z.string().default('.data/files'),
  DEMO: z.enum(['0', '1']).default('0'),
  /** Comma separated addresses or networks whose X-Forwarded-* are believed. */
  TRUSTED_PROXIES: z.string().default(''),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
})

export type Config = {
  readonly databaseUrl: string
  readonly baseUrl: string
  readonly port: number
  readonly host: string
  readonly secret: string
  readonly webRoot: string | null
  readonly filesDir: string
  /** One-click sign-in, loopback only. */
  readonly isDemonstration: boolean
  readonly trustedProxies: readonly string[]
  readonly logLevel: z.infer<typeof Env>['LOG_LEVEL']
  /** Whether this process works on jobs. */
  readonly hasJobs: boolean
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1'])

/** @throws Error naming each variable that is missing or wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = Env.safeParse(env)
  if (!parsed.success) throw new Error(`environment: ${parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}`)
  const e = parsed.data
  if (e.DEMO === '1' && !loopback.has(e.HOST))
    throw new Error(`demonstration mode signs anybody in with one click: it listens on this machine only, not on HOST=${e.HOST}`)
  return {
    databaseUrl: e.DATABASE_URL,
    baseUrl: e.BASE_URL ?? `http://localhost:${e.PORT}`,
    port: e.PORT,
    host: e.HOST,
    secret: e.AUTH_SECRET,
    webRoot: e.WEB_ROOT ?? null,
    filesDir: e.FILES_DIR,
    isDemonstration: e.DEMO === '1',
    trustedProxies: e.TRUSTED_PROXIES.split(',')
      .map((s) => s.trim())
      .filter(Boolean),
    logLevel: e.LOG_LEVEL,
    hasJobs: true,
  }
}
