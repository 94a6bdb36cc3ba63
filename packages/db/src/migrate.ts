// Migrations without the `prisma migrate` binary: Prisma's own schema engine as WASM, over the pg driver adapter.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as bg from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const require = createRequire(import.meta.url)
const root = join(dirname(fileURLToPath(import.meta.url)), '../../../prisma')
const migrationsDir = join(root, 'migrations')
// Not *.prisma: the schema loader reads every such file below the folder.
const snapshotPath = join(migrationsDir, 'schema.snapshot')
const filters = { externalTables: [], externalEnums: [] }

/** schema.prisma and the models of every slice, as one text. */
function schemaText(): string {
  const models = readdirSync(join(root, 'models')).sort()
  return [join(root, 'schema.prisma'), ...models.map((f) => join(root, 'models', f))].map((f) => readFileSync(f, 'utf8')).join('\n')
}

let loaded = false
async function load(): Promise<void> {
  if (loaded) return
  const wasm = require.resolve('@prisma/schema-engine-wasm').replace('schema_engine.js', 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { './schema_engine_bg.js': bg as never })
  bg.__wbg_set_wasm(instance.exports as never)
  ;(instance.exports as { __wbindgen_start(): void }).__wbindgen_start()
  loaded = true
}

type PgResult = {
  fields: { dataTypeID: number }[]
  rows: unknown[][]
}
type Patched = {
  client: { query(sql: string): Promise<unknown> }
  onError(e: unknown): never
  performIO(q: unknown): Promise<PgResult>
  queryRaw(q: unknown): Promise<{ columnTypes: number[] }>
  executeScript(script: string): Promise<void>
}

/**
 * PrismaPg's executeScript splits the file on every ';' (also within $$ bodies, strings and comments) and sends the pieces
 * to any pooled connection. Here one simple query: one connection, one implicit transaction, so a migration is all or nothing.
 * Also maps the catalog type "char" (oid 18), without which introspection fails.
 */
class MigrationPg extends PrismaPg {
  override async connect() {
    const adapter = await super.connect()
    const a = adapter as unknown as Patched
    a.executeScript = async (script) => {
      try {
        await a.client.query(script)
      } catch (e) {
        a.onError(e)
      }
    }
    const performIO = a.performIO.bind(a)
    const chars = new WeakMap<object, number[]>()
    let last: number[] = []
    a.performIO = async (q) => {
      const r = await performIO(q)
      last = []
      r.fields.forEach((f, i) => {
        if (f.dataTypeID === 18) {
          f.dataTypeID = 25
          last.push(i)
        }
      })
      chars.set(r, last)
      return r
    }
    const queryRaw = a.queryRaw.bind(a)
    a.queryRaw = async (q) => {
      const r = await queryRaw(q)
      for (const i of last) r.columnTypes[i] = ColumnTypeEnum.Character
      return r
    }
    return adapter
  }
}

async function withEngine<T>(url: string, fn: (e: bg.SchemaEngine) => Promise<T>): Promise<T> {
  await load()
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  // The engine never clears its 10 s advisory-lock timer: unref it or every process that migrates lives 10 s longer.
  const realSetTimeout = globalThis.setTimeout
  globalThis.setTimeout = ((f: () => void, ms?: number, ...rest: unknown[]) => {
    const t = realSetTimeout(f, ms, ...rest)
    if (ms === 10_000) (t as unknown as { unref(): void }).unref()
    return t
  }) as typeof setTimeout
  try {
    // The engine itself holds pg_advisory_lock(72707369) while it applies: two replicas starting together are safe.
    const factory = bindMigrationAwareSqlAdapterFactory(new MigrationPg(pool))
    return await fn(await bg.SchemaEngine.new({ datamodels: [['schema.prisma', schemaText()]] }, () => {}, factory))
  } finally {
    globalThis.setTimeout = realSetTimeout
    await pool.end() // an open idle connection makes Postgres' stop wait 10 s
  }
}

function migrations() {
  return readdirSync(migrationsDir, { withFileTypes: true })
    .filter((d) => d.isDirectory())
    .map((d) => d.name)
    .sort()
    .map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: readFileSync(join(migrationsDir, path, 'migration.sql'), 'utf8') },
      },
    }))
}

/** Applies what is pending, in Prisma's own `_prisma_migrations` table. Returns the names applied. */
export async function applyMigrations(url: string): Promise<string[]> {
  const r = await withEngine(url, (e) =>
    e.applyMigrations({
      migrationsList: {
        baseDir: migrationsDir,
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations(),
      },
      filters,
    }),
  )
  return r.appliedMigrationNames
}

/** SQL from the snapshot of the last migration to the present schema.prisma; needs no table, only any reachable database. */
export async function pendingDiff(url: string): Promise<string> {
  const to = { tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content: schemaText() }] }
  const from = existsSync(snapshotPath)
    ? { tag: 'schemaDatamodel' as const, files: [{ path: 'schema.prisma', content: readFileSync(snapshotPath, 'utf8') }] }
    : { tag: 'empty' as const }
  const r = await withEngine(url, (e) => e.diff({ from, to, script: true, exitCode: null, filters }))
  return (r.stdout ?? '').includes('This is an empty migration') ? '' : (r.stdout ?? '')
}

/** What the migrated database has that schema.prisma has not, and the other way round (as SQL). */
export async function drift(url: string): Promise<string> {
  const files = [{ path: 'schema.prisma', content: schemaText() }]
  const r = await withEngine(url, (e) =>
    e.diff({
      from: { tag: 'schemaDatasource', files, configDir: root },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
    }),
  )
  return r.stdout ?? ''
}

export async function createMigration(url: string, name: string): Promise<string | null> {
  const sql = await pendingDiff(url)
  if (!sql.trim()) return null
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const dir = join(migrationsDir, `${stamp}_${name}`)
  mkdirSync(dir, { recursive: true })
  writeFileSync(join(dir, 'migration.sql'), sql)
  writeFileSync(snapshotPath, schemaText())
  return dir
}
