// A fresh database with the demonstration and the built server before it: `node scripts/serve.ts <port>`. Ends with its parent.
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMailbox } from '@oeuvre/api/testing/mailbox'
import { createDatabase } from '@oeuvre/db/database'
import { cloneDatabase, startTestPostgres } from '@oeuvre/db/testing'
import { findChromium } from '../chromium.ts'
import { environmentFile, firstRunToken, mailFile } from '../server.ts'

const root = join(import.meta.dirname, '../..')
const prefix = 'oeuvre-e2e-'

/** A run that was killed leaves its folder: those older than a day go. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(tmpdir(), name)
    if (Date.now() - statSync(folder).mtimeMs > 86_400_000) rmSync(folder, { recursive: true, force: true })
  }
}

function finished(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

/** The demonstration is no first run: its link is put there as the server would have. */
async function openFirstRun(url: string): Promise<void> {
  const db = createDatabase(url, { max: 1 })
  const value = createHash('sha256').update(firstRunToken).digest('base64url')
  await db.prisma.verification.create({ data: { identifier: 'first-run', value, expiresAt: new Date(Date.now() + 86_400_000) } })
  await db.close()
}

async function serve(port: string): Promise<number> {
  sweep()
  const files = mkdtempSync(join(tmpdir(), prefix))
  writeFileSync(mailFile(port), '', { mode: 0o600 })
  const mailbox = await openMailbox(({ to, source }) => appendFileSync(mailFile(port), `${JSON.stringify({ to, source })}\n`))
  const postgres = await startTestPostgres()
  try {
    const database = await cloneDatabase(postgres, 'e2e')
    await openFirstRun(database.app)
    const env = {
      ...process.env,
      DATABASE_URL: database.app,
      DATABASE_OWNER_URL: undefined,
      AUTH_SECRET: randomBytes(32).toString('base64url'),
      PORT: port,
      HOST: '127.0.0.1',
      BASE_URL: `http://localhost:${port}`,
      WEB_ROOT: join(root, 'apps/web/dist'),
      FILES_DIR: files,
      DEMO: '1',
      CHROMIUM_PATH: (await findChromium())?.executablePath,
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'Oeuvre <oeuvre@demonstration.example>',
    }
    const seed = join(root, 'apps/api/src/seed.ts')
    if (existsSync(seed)) {
      const code = await finished(spawn(process.execPath, [seed], { stdio: 'inherit', env }))
      if (code !== 0) throw new Error('the demonstration could not be made')
    }
    const { DATABASE_URL, AUTH_SECRET, FILES_DIR } = env
    writeFileSync(environmentFile(port), JSON.stringify({ DATABASE_URL, AUTH_SECRET, FILES_DIR }), { mode: 0o600 })
    const server = spawn(process.execPath, ['--enable-source-maps', join(root, 'apps/api/dist/main.mjs')], { stdio: 'inherit', env })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => server.kill('SIGTERM'))
    process.once('disconnect', () => server.kill('SIGTERM'))
    return await finished(server)
  } finally {
    await postgres.stop()
    await mailbox.close()
    rmSync(mailFile(port), { force: true })
    rmSync(environmentFile(port), { force: true })
    rmSync(files, { recursive: true, force: true })
  }
}

const [port] = process.argv.slice(2)
if (!port) throw new Error('serve.ts needs a port')
process.exit(await serve(port))
