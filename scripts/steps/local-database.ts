import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbedded } from '@oeuvre/db/embedded'
import { appRole, createRolesAndDatabase, dropDatabase, ownerRole, prepareDatabase } from '@oeuvre/db/setup'
import { data } from './places.ts'
import { say, seconds } from './progress.ts'
import type { Secrets } from './secrets.ts'

export type LocalDatabase = {
  readonly ownerUrl: string
  readonly appUrl: string
  /** Drops what was there and prepares the database again. */
  recreate(): Promise<void>
  stop(): Promise<void>
}

const database = 'oeuvre'
const folder = join(data, 'pg')
/** Written when the cluster was first complete: a folder without it was broken off while being made, and holds nothing. */
const readyMark = join(data, 'pg-ready')
/** Stands while the demonstration is made: a run that finds it was preceded by one that was broken off. */
export const seedingMark = join(data, 'seeding')
export const seededMark = join(data, 'seeded')

function isPostgres(pid: number): boolean {
  try {
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).includes('postgres')
  } catch {
    return false
  }
}

/** A server that a killed run left (where the kernel does not stop it by itself) holds the data folder: it is stopped in order. */
async function stopLeftOver(): Promise<void> {
  const file = join(folder, 'postmaster.pid')
  if (!existsSync(file) || process.platform === 'win32') return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (pid > 0 && isPostgres(pid)) {
    say(`stopping the PostgreSQL that an earlier run left (process ${pid})`)
    process.kill(pid, 'SIGINT')
    for (let i = 0; i < 100 && isPostgres(pid); i += 1) await pause(100)
  }
  rmSync(file, { force: true })
}

/** Starts .data/pg, made on first use, migrated to what this checkout needs. */
export async function startLocalDatabase(secrets: Secrets): Promise<LocalDatabase> {
  const began = performance.now()
  await stopLeftOver()
  if (!existsSync(readyMark) || !existsSync(folder))
    for (const path of [folder, readyMark, seedingMark, seededMark]) rmSync(path, { recursive: true, force: true })
  const wish = Number(process.env.PG_PORT)
  const server = await startEmbedded({ dir: folder, password: secrets.superuser, ...(wish > 0 ? { port: wish } : {}) })
  say(`PostgreSQL 18 on port ${server.port}: started in ${seconds(began)} s`)
  const url = (role: string, password: string) => `postgresql://${role}:${password}@127.0.0.1:${server.port}/${database}`
  const ownerUrl = url(ownerRole, secrets.owner)
  const prepare = async () => {
    const start = performance.now()
    await createRolesAndDatabase(server.url('postgres'), database, { owner: secrets.owner, app: secrets.app })
    const applied = await prepareDatabase(ownerUrl, appRole)
    say(applied.length > 0 ? `${applied.length} migrations applied in ${seconds(start)} s` : 'the database is up to date')
  }
  try {
    await prepare()
    writeFileSync(readyMark, '')
  } catch (error) {
    await server.stop()
    throw error
  }
  return {
    ownerUrl,
    appUrl: url(appRole, secrets.app),
    async recreate() {
      await dropDatabase(server.url('postgres'), database)
      await prepare()
    },
    stop: () => server.stop(),
  }
}
