// node packages/db/src/cli.ts create <name> | check
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { unexpectedDrift } from './drift.ts'
import { startEmbedded } from './embedded.ts'
import { applyMigrations, createMigration, drift, pendingDiff } from './migrate.ts'

async function check(url: (db: string) => string): Promise<boolean> {
  const pending = await pendingDiff(url('postgres'))
  if (pending.trim()) console.error(`the models have changes without a migration:\n${pending}`)
  const c = new pg.Client({ connectionString: url('postgres') })
  await c.connect()
  await c.query('CREATE DATABASE "check"')
  await c.end()
  const applied = await applyMigrations(url('check'))
  const again = await applyMigrations(url('check'))
  if (!applied.length || again.length) console.error(`applied ${applied.length}, again ${again.length}`)
  const unexpected = unexpectedDrift(await drift(url('check')))
  if (unexpected.length) console.error(`migrations and models differ:\n${unexpected.join('\n')}`)
  const good = !pending.trim() && applied.length > 0 && again.length === 0 && unexpected.length === 0
  console.log(good ? `${applied.length} migrations, no drift` : 'drift')
  return good
}

const [command, name] = process.argv.slice(2)
const dir = mkdtempSync(join(tmpdir(), 'oeuvre-pg-check-'))
const server = await startEmbedded({ dir, password: randomBytes(12).toString('hex'), fast: true, persistent: false })
let good = true
try {
  if (command === 'create') console.log(await createMigration(server.url('postgres'), name ?? 'change'))
  else good = await check(server.url)
} finally {
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
}
process.exit(good ? 0 : 1)
