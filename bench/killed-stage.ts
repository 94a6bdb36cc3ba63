import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Embedded, freePort, startEmbedded } from '@oeuvre/db/embedded'
import { appRole, createRolesAndDatabase, ownerRole, prepareDatabase } from '@oeuvre/db/setup'
import { type Running, start } from './servers.ts'

/** Servers and a database that may be killed at any moment, and come back on the same port. */
export type KilledStage = {
  readonly urls: readonly string[]
  readonly secret: string
  readonly app: string
  readonly superuser: string
  readonly last: Running
  /** It comes back while work goes on. */
  killServer(at: number): Promise<void>
  killDatabase(): Promise<void>
  stop(): Promise<void>
}

const isGone = (pid: number) => {
  try {
    process.kill(pid, 0)
    return false
  } catch {
    return true
  }
}

/** -9, and until the kernel has taken it away. */
async function kill(pid: number, whole = false): Promise<void> {
  if (isGone(pid)) return
  process.kill(whole ? -pid : pid, 'SIGKILL')
  while (!isGone(pid)) await new Promise((resolve) => setTimeout(resolve, 5))
}

/** Durable as an installation is: with fsync and synchronous commit, unlike the databases of the other tests. */
async function openDatabase(dir: string, password: string) {
  const open = (port?: number) => startEmbedded({ dir, password, persistent: true, ...(port ? { port } : {}) })
  let running: Embedded = await open()
  const { port } = running
  const url = (user: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/oeuvre`
  await createRolesAndDatabase(running.url('postgres'), 'oeuvre', { owner: password, app: password })
  await prepareDatabase(url(ownerRole), appRole)
  return {
    app: url(appRole),
    superuser: running.url('oeuvre'),
    /** All its processes at once, as when the machine stops; then it recovers. */
    async kill() {
      await kill(Number(readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n')[0]), true)
      running = await open(port)
    },
    stop: () => running.stop(),
  }
}

export async function openKilledStage(servers: number): Promise<KilledStage> {
  const dir = mkdtempSync(join(tmpdir(), 'oeuvre-kill-'))
  const filesDir = mkdtempSync(join(tmpdir(), 'oeuvre-bench-'))
  const database = await openDatabase(dir, randomBytes(12).toString('hex'))
  const secret = randomBytes(32).toString('base64url')
  const running: Running[] = []
  const stage = { running }
  const ports: number[] = []
  for (let i = 0; i < servers; i++) ports.push(await freePort())
  const base = `http://localhost:${ports[0]}`
  const launch = (port: number) =>
    start(stage, ['apps/api/dist/main.mjs'], {
      ...{ DATABASE_URL: database.app, AUTH_SECRET: secret, PORT: String(port), BASE_URL: base, LOG_LEVEL: 'silent' },
      ...{ FILES_DIR: filesDir, DEMO: '0', HOST: '127.0.0.1' },
    })
  /** Whatever starts while the database is away ends; what watches over servers starts it once more. */
  async function relaunch(port: number, attempts = 5): Promise<Running> {
    return launch(port).catch((error: unknown) => {
      if (attempts === 0) throw error
      return relaunch(port, attempts - 1)
    })
  }
  const now: Running[] = []
  const coming: Promise<void>[] = []
  for (const port of ports) now.push(await launch(port))
  // Each renews the link of the first run: the last one counts.
  const last = now.at(-1)
  if (!last) throw new Error('no server')
  return {
    urls: ports.map((port) => `http://localhost:${port}`),
    secret,
    app: database.app,
    superuser: database.superuser,
    last,
    async killServer(at) {
      await coming[at]
      const server = now[at]
      const port = ports[at]
      if (!server || !port) throw new Error(`no server ${at}`)
      await kill(server.pid)
      coming[at] = relaunch(port).then((again) => {
        now[at] = again
      })
    },
    killDatabase: () => database.kill(),
    async stop() {
      await Promise.all(coming)
      for (const server of now) await server.stop()
      await database.stop()
      for (const folder of [dir, filesDir]) rmSync(folder, { recursive: true, force: true })
    },
  }
}
