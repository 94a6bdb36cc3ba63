import { join } from 'node:path'
import { data, web } from './places.ts'
import { isFree, nextFreePort } from './ports.ts'
import type { Environment } from './processes.ts'
import { say } from './progress.ts'
import type { Secrets } from './secrets.ts'

export type ServerPlan = { readonly port: number; readonly address: string; readonly env: Environment }

/** The port asked for, else the next free one; a company's own server takes the one it was given or none. */
async function choosePort(isOwnDatabase: boolean): Promise<number> {
  const wanted = Number(process.env.PORT ?? 3000)
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) throw new Error(`PORT=${process.env.PORT} is no port`)
  if (await isFree(wanted)) return wanted
  if (isOwnDatabase && process.env.PORT) throw new Error(`port ${wanted} is taken`)
  const port = await nextFreePort(wanted + 1)
  say(`port ${wanted} is taken, using ${port}`)
  return port
}

/** The browser of the tests makes the PDFs of the demonstration, too; a company's own server is told of one. */
async function findBrowser(): Promise<string | undefined> {
  const { findChromium } = await import('../../e2e/chromium.ts')
  return (await findChromium().catch(() => null))?.executablePath
}

/** What the server is told. `localUrl`: the embedded database, with it the demonstration; null: DATABASE_URL as it stands. */
export async function planServer(localUrl: string | null, secrets: Secrets, baseUrl?: string): Promise<ServerPlan> {
  const port = await choosePort(localUrl === null)
  const address = baseUrl ?? process.env.BASE_URL ?? `http://localhost:${port}`
  const own =
    localUrl === null
      ? { DEMO: '0' }
      : {
          DATABASE_URL: localUrl,
          DATABASE_OWNER_URL: undefined,
          DEMO: '1',
          HOST: '127.0.0.1',
          CHROMIUM_PATH: process.env.CHROMIUM_PATH ?? (await findBrowser()),
        }
  const env = {
    ...process.env,
    ...own,
    PORT: String(port),
    BASE_URL: address,
    AUTH_SECRET: process.env.AUTH_SECRET ?? secrets.auth,
    WEB_ROOT: join(web, 'dist'),
    FILES_DIR: process.env.FILES_DIR ?? join(data, 'files'),
  }
  return { port, address, env }
}
