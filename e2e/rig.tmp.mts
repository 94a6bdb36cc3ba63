import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloneDatabase, startTestPostgres } from '@oeuvre/db/testing'
const root = join(import.meta.dirname, '..')
const port = process.argv[2] ?? '3377'
const postgres = await startTestPostgres()
const database = await cloneDatabase(postgres, 'rig')
const env = { ...process.env, DATABASE_URL: database.app, AUTH_SECRET: randomBytes(32).toString('base64url'), PORT: port, HOST: '127.0.0.1', BASE_URL: `http://localhost:${port}`, WEB_ROOT: join(root, 'apps/web/dist'), FILES_DIR: mkdtempSync(join(tmpdir(), 'rig-')), DEMO: '1' }
delete env.DATABASE_OWNER_URL
const run = (file: string) => spawn(process.execPath, [join(root, file)], { stdio: 'inherit', env, cwd: root })
const t = Date.now()
const code = await new Promise((r) => run('apps/api/src/seed.ts').once('exit', r))
console.log('seed', code, Date.now() - t)
let server = run('apps/api/src/main.ts')
process.on('SIGUSR2', () => { server.kill(); server = run('apps/api/src/main.ts') })
for (const s of ['SIGINT', 'SIGTERM'] as const) process.on(s, async () => { server.kill(); await postgres.stop(); process.exit(0) })
setInterval(() => {}, 1e6)
