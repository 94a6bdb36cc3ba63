import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { data } from './places.ts'

/** Passwords of the embedded database's roles, and the key that signs sessions. Random, of this folder alone. */
export type Secrets = { readonly superuser: string; readonly owner: string; readonly app: string; readonly auth: string }

const random = () => randomBytes(32).toString('base64url')

/** Read from .data/secret (0600), made on first use. */
export function readSecrets(folder = data): Secrets {
  const file = join(folder, 'secret')
  mkdirSync(folder, { recursive: true })
  if (!existsSync(file)) {
    const secrets: Secrets = { superuser: random(), owner: random(), app: random(), auth: random() }
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  }
  chmodSync(file, 0o600)
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets
}
