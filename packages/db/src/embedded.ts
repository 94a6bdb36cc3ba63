// A real PostgreSQL 18 from npm, for development, demonstrations and tests.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPrograms, type Programs, type User, unprivilegedUser } from './embedded-binaries.ts'

export type Embedded = {
  readonly port: number
  /** Connection string of the superuser, which only creates roles and databases. */
  url(database: string): string
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** Data folder; made when absent. */
  readonly dir: string
  /** Password of the superuser; random, kept by the caller. */
  readonly password: string
  readonly port?: number
  /** False: the data folder goes when the server stops. */
  readonly persistent?: boolean
  /** For tests: no fsync. */
  readonly fast?: boolean
}

type Cluster = { readonly dir: string; readonly user: User | null; readonly programs: Programs }

/** A process group of its own: Ctrl-C ends whoever uses the database first, then the database. */
const detached = process.platform !== 'win32'
const setpriv = '/usr/bin/setpriv'

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const s = createServer()
    s.once('error', reject)
    s.listen(0, '127.0.0.1', () => {
      const address = s.address()
      s.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/**
 * Starts a program of PostgreSQL. For root on Linux it runs as another user, who may not be allowed to walk down to the files:
 * they are opened here and named by their descriptors (/proc/self/fd/3 …), which children of the program inherit.
 */
function launch(cluster: Cluster, program: 'postgres' | 'initdb', paths: readonly string[], args: (paths: readonly string[]) => string[]) {
  const { user, programs } = cluster
  const env = { ...process.env, LC_ALL: 'C', PGDATA: undefined, PGPORT: undefined }
  // Where there is setpriv (Linux), the kernel stops the program when this process ends, even by kill -9.
  const [command, ...before] = existsSync(setpriv) ? [setpriv, '--pdeathsig', 'INT', '--', programs[program]] : [programs[program]]
  if (!user || process.platform !== 'linux')
    return spawn(command, [...before, ...args(paths)], { ...user, env, detached, stdio: ['ignore', 'pipe', 'pipe'], cwd: tmpdir() })
  const descriptors = paths.map((path) => openSync(path, 'r'))
  const named = descriptors.map((_, i) => `/proc/self/fd/${3 + i}`)
  const stdio = ['ignore', 'pipe', 'pipe', ...descriptors] as const
  const child = spawn(command, [...before, ...args(named)], { ...user, env, detached, stdio: [...stdio], cwd: '/' })
  for (const descriptor of descriptors) closeSync(descriptor)
  return child
}

function exited(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function initialise(cluster: Cluster, options: EmbeddedOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'oeuvre-initdb-'))
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 })
  if (cluster.user) chownSync(passwordFile, cluster.user.uid, cluster.user.gid)
  try {
    const child = launch(cluster, 'initdb', [options.dir, passwordFile], ([dir = '', file = '']) => [
      ...['-D', dir, '--username=postgres', `--pwfile=${file}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C.UTF-8', '--lc-messages=C', ...(options.fast ? ['--no-sync'] : [])],
    ])
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
    if ((await exited(child)) !== 0) throw new Error(`PostgreSQL's data folder could not be made\n${output}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function serve(cluster: Cluster, port: number, fast: boolean): Promise<ChildProcess> {
  const child = launch(cluster, 'postgres', [cluster.dir], ([dir = '']) => [
    ...['-D', dir, '-p', String(port)],
    ...['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', '-c', 'unix_socket_directories='],
    // Few words: the server stands still when nobody reads them, which a starter that is busy for long does not.
    ...['-c', 'log_min_messages=log', '-c', 'log_checkpoints=off'],
    ...(fast ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []),
  ])
  return new Promise((resolve, reject) => {
    const log: string[] = []
    child.stdout?.resume()
    child.stderr?.on('data', (chunk) => {
      log.push(String(chunk))
      if (log.length > 20) log.shift()
      if (String(chunk).includes('ready to accept connections')) resolve(child)
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`PostgreSQL did not start\n${log.join('')}`)))
  })
}

/** "Fast" shutdown: open transactions are rolled back, the data is written. */
async function stop(cluster: Cluster, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = exited(child)
  // Windows has no signals; there pg_ctl has its own way of telling the server.
  if (process.platform === 'win32') execFileSync(cluster.programs.pgCtl, ['stop', '-D', cluster.dir, '-m', 'fast'], { stdio: 'ignore' })
  else child.kill('SIGINT')
  await gone
}

const stillThere = 'pre-existing shared memory block'
const patience = { tries: 100, ms: 300 } as const

/** After a kill, what was being worked on may outlive the server by seconds: until it has ended, another is refused. */
async function serveWhenFree(cluster: Cluster, port: number, fast: boolean): Promise<ChildProcess> {
  for (let left: number = patience.tries; ; left--) {
    try {
      return await serve(cluster, port, fast)
    } catch (e) {
      if (left === 0 || !(e instanceof Error && e.message.includes(stillThere))) throw e
      await new Promise((resolve) => setTimeout(resolve, patience.ms))
    }
  }
}

export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const port = options.port ?? (await freePort())
  mkdirSync(options.dir, { recursive: true, mode: 0o700 })
  chmodSync(options.dir, 0o700)
  const user = unprivilegedUser(options.dir)
  if (user) chownSync(options.dir, user.uid, user.gid)
  const cluster: Cluster = { dir: options.dir, user, programs: await findPrograms(user) }
  if (!existsSync(join(options.dir, 'PG_VERSION'))) await initialise(cluster, options)
  const child = await serveWhenFree(cluster, port, options.fast ?? false)
  const whenExiting = () => child.kill('SIGINT')
  process.once('exit', whenExiting)
  return {
    port,
    url: (database) => `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`,
    async stop() {
      await stop(cluster, child)
      process.off('exit', whenExiting)
      if (options.persistent === false) rmSync(options.dir, { recursive: true, force: true })
    },
  }
}
