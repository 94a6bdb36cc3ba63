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
  /** smtp://user:password@host:port or smtps://; none: no mail is sent. */
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/]/)
    .optional(),
  /** Who mail comes from: `Oeuvre <oeuvre@example.com>`. */
  MAIL_FROM: z.string().max(300).optional(),
  /** A Chromium that makes PDFs; none: browsers print themselves. */
  CHROMIUM_PATH: z.string().optional(),
  /** 0: this server asks nothing of the network outside, whatever organizations and owners allow. */
  READ_OUTSIDE: z.enum(['0', '1']).default('1'),
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
  /** null: this server sends no mail. */
  readonly mail: { readonly url: string; readonly from: string } | null
  /** null: no PDFs are made here. */
  readonly chromiumPath: string | null
  /** Whether public pages may be read at all, where an organization and an owner allow it. */
  readonly readsOutside: boolean
  readonly trustedProxies: readonly string[]
  readonly logLevel: z.infer<typeof Env>['LOG_LEVEL']
  /** Whether this process works on jobs. */
  readonly hasJobs: boolean
  /** Whether it also starts what comes by the clock (digests, reminders, retention). */
  readonly hasClock: boolean
  /** How often it looks for them. */
  readonly jobPauseSeconds: number
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1'])

/** @throws Error naming each variable that is missing or wrong. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = Env.safeParse({ ...env, SMTP_URL: env.SMTP_URL || undefined, MAIL_FROM: env.MAIL_FROM || undefined }) // compose hands on what is empty
  if (!parsed.success) throw new Error(`environment: ${parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('; ')}`)
  const e = parsed.data
  if (e.DEMO === '1' && !loopback.has(e.HOST))
    throw new Error(`demonstration mode signs anybody in with one click: it listens on this machine only, not on HOST=${e.HOST}`)
  const { SMTP_URL: url, MAIL_FROM: from } = e
  if (url && !from) throw new Error('environment: MAIL_FROM is missing: mail needs a sender')
  return {
    databaseUrl: e.DATABASE_URL,
    baseUrl: e.BASE_URL ?? `http://localhost:${e.PORT}`,
    port: e.PORT,
    host: e.HOST,
    secret: e.AUTH_SECRET,
    webRoot: e.WEB_ROOT ?? null,
    filesDir: e.FILES_DIR,
    mail: url && from ? { url, from } : null,
    chromiumPath: e.CHROMIUM_PATH || null,
    readsOutside: e.READ_OUTSIDE === '1',
    isDemonstration: e.DEMO === '1',
    trustedProxies: e.TRUSTED_PROXIES.split(',')
      .map((s) => s.trim())
      .filter(Boolean),
    logLevel: e.LOG_LEVEL,
    hasJobs: true,
    hasClock: true,
    jobPauseSeconds: 1,
  }
}
