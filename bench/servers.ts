import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@oeuvre/db/embedded'
import { cloneDatabase, startTestPostgres, type TestDatabase } from '@oeuvre/db/testing'
import pg from 'pg'

const root = join(import.meta.dirname, '..')

export type Stage = { readonly database: TestDatabase; readonly filesDir: string; readonly running: Running[]; stop(): Promise<void> }

/** An empty migrated PostgreSQL of its own; both sides of a comparison use it, so its settings favour neither. */
export async function openStage(): Promise<Stage> {
  const postgres = await startTestPostgres()
  const database = await cloneDatabase(postgres, 'bench')
  const filesDir = mkdtempSync(join(tmpdir(), 'oeuvre-bench-'))
  const running: Running[] = []
  return {
    database,
    filesDir,
    running,
    async stop() {
      // The servers first: a connection that the database cuts would be one more error on the screen.
      for (const server of running) await server.stop()
      await postgres.stop()
      rmSync(filesDir, { recursive: true, force: true })
    },
  }
}

/** What autovacuum does a minute later: both sides plan with the same, current statistics. The application role may not. */
export async function analyse(stage: Stage): Promise<void> {
  const client = new pg.Client({ connectionString: stage.database.superuser })
  await client.connect()
  await client.query('VACUUM ANALYZE')
  await client.end()
}

export type Running = {
  readonly url: string
  readonly said: () => string
  readonly pid: number
  readonly startedInMs: number
  stop(): Promise<void>
}

/** A server in a process of its own, until it says that it listens. */
export async function start(stage: Pick<Stage, 'running'>, args: readonly string[], env: Record<string, string>): Promise<Running> {
  const began = performance.now()
  const child: ChildProcess = spawn(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${args[0]} ended with ${code}\n${said}`)))
    child.stdout?.on('data', (chunk) => {
      said += String(chunk)
      const found = /listening on (http:\S+)/.exec(said)
      if (found?.[1]) resolve(found[1])
    })
  })
  const server: Running = {
    url,
    said: () => said,
    pid: child.pid ?? 0,
    startedInMs: performance.now() - began,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
  stage.running.push(server)
  return server
}

/** The product as it is run: the bundle. */
export async function startOeuvre(stage: Stage): Promise<Running> {
  const port = await freePort()
  return start(stage, ['apps/api/dist/main.mjs'], {
    ...{
      DATABASE_URL: stage.database.app,
      AUTH_SECRET: randomBytes(32).toString('base64url'),
      PORT: String(port),
      BASE_URL: `http://localhost:${port}`,
    },
    ...{ FILES_DIR: stage.filesDir, DEMO: '0', HOST: '127.0.0.1', WEB_ROOT: join(root, 'apps/web/dist') },
  })
}

export type Session = { readonly cookie: string; readonly slug: string; readonly url: string }

async function post(url: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  const r = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
  if (!r.ok) throw new Error(`${url}: ${r.status} ${await r.text()}`)
  return r
}

/** The first run, as an administrator does it: the printed link, the form, the sign-in. */
export async function setUp(server: Running, reportingCurrency: string): Promise<Session> {
  const deadline = performance.now() + 20_000
  let token = /set-up\/([\w-]+)/.exec(server.said())?.[1]
  while (!token && performance.now() < deadline) {
    await new Promise((resolve) => setImmediate(resolve))
    token = /set-up\/([\w-]+)/.exec(server.said())?.[1]
  }
  if (!token) throw new Error('no first-run link was printed')
  const origin = { origin: server.url }
  const [email, password] = ['ada@bench.example', 'three odd herons']
  const organization = {
    organizationName: 'Bench',
    slug: 'bench',
    timeZone: 'Europe/Paris',
    reportingCurrency,
    personName: 'Ada',
    language: 'en',
  }
  await post(`${server.url}/api/trpc/identity.setUp`, { token, email, password, ...organization }, origin)
  const signedIn = await post(`${server.url}/api/auth/sign-in/email`, { email, password }, origin)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((c) => c.split(';')[0])
    .join('; ')
  return { cookie, slug: 'bench', url: server.url }
}

export function headersOf(session: Session): Record<string, string> {
  return { cookie: session.cookie, 'x-oeuvre-organization': session.slug, origin: session.url, 'content-type': 'application/json' }
}

export async function query<T>(session: Session, path: string, input: unknown): Promise<T> {
  const r = await fetch(`${session.url}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, {
    headers: headersOf(session),
  })
  if (!r.ok) throw new Error(`${path}: ${r.status} ${await r.text()}`)
  return ((await r.json()) as { result: { data: T } }).result.data
}

export async function mutate<T>(session: Session, path: string, input: unknown): Promise<T> {
  const r = await post(`${session.url}/api/trpc/${path}`, input, headersOf(session))
  return ((await r.json()) as { result: { data: T } }).result.data
}
