import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export const root = join(import.meta.dirname, '../..')
/** Everything that a run on this machine keeps: database, secrets, files. Deleting it starts afresh. */
export const data = join(root, '.data')
export const web = join(root, 'apps/web')
export const api = join(root, 'apps/api')
export const e2e = join(root, 'e2e')
/** Node's arguments for a server that must not outlive its starter; it needs an `ipc` channel. */
export const endWithParent = ['--import', pathToFileURL(join(import.meta.dirname, 'end-with-parent.mjs')).href] as const
