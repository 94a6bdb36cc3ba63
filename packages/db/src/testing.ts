// One embedded PostgreSQL per test run, migrated once into a template; each test file clones it.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from './embedded.ts'
import { appRole, createRolesAndDatabase, ownerRole, prepareDatabase } from './setup.ts'

const template = 'oeuvre_template'
const prefix = 'oeuvre-pg-test-'

export type TestPostgres = { readonly port: number; readonly password: string; stop(): Promise<void> }
export type TestDatabase = { readonly owner: string; readonly app: string; readonly superuser: string; drop(): Promise<void> }

/** A run that was killed leaves its folder: those older than a day go. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()))
    if (name.startsWith(prefix)) {
      const path = join(tmpdir(), name)
      if (Date.now() - statSync(path).mtimeMs > 86_400_000) rmSync(path, { recursive: true, force: true })
    }
}

const url = (user: string, password: string, port: number, database: string) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`

// The global set-ups of all test projects run in one process (each with its own copy of this module): they share one server, and
// the migration engine must not run twice at once.
const shared: { oeuvreTestPostgres?: Promise<TestPostgres>; oeuvreTestUsers?: number } = globalThis as never

/** Started once per process; stops when the last who asked for it stops it. */
export async function startTestPostgres(): Promise<TestPostgres> {
  shared.oeuvreTestPostgres ??= start()
  shared.oeuvreTestUsers = (shared.oeuvreTestUsers ?? 0) + 1
  const server = await shared.oeuvreTestPostgres
  return {
    ...server,
    async stop() {
      shared.oeuvreTestUsers = (shared.oeuvreTestUsers ?? 1) - 1
      if (shared.oeuvreTestUsers > 0) return
      delete shared.oeuvreTestPostgres
      await server.stop()
    },
  }
}

async function start(): Promise<TestPostgres> {
  sweep()
  const dir = mkdtempSync(join(tmpdir(), prefix))
  const password = randomBytes(12).toString('hex')
  const server = await startEmbedded({ dir, password, fast: true, persistent: false })
  await createRolesAndDatabase(server.url('postgres'), template, { owner: password, app: password })
  await prepareDatabase(url(ownerRole, password, server.port, template), appRole)
  return {
    port: server.port,
    password,
    async stop() {
      await server.stop()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

export async function cloneDatabase(server: { port: number; password: string }, name: string): Promise<TestDatabase> {
  const { port, password } = server
  const admin = async (statements: string[]) => {
    const c = new pg.Client({ connectionString: url('postgres', password, port, 'postgres') })
    await c.connect()
    try {
      for (const s of statements) await c.query(s)
    } finally {
      await c.end()
    }
  }
  const drop = `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`
  // FILE_COPY is the faster strategy for a small template without fsync.
  await admin([drop, `CREATE DATABASE "${name}" TEMPLATE ${template} STRATEGY FILE_COPY OWNER ${ownerRole}`])
  return {
    owner: url(ownerRole, password, port, name),
    app: url(appRole, password, port, name),
    superuser: url('postgres', password, port, name),
    drop: () => admin([drop]),
  }
}
