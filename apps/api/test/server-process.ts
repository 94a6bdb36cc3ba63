import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Api, testBaseUrl } from './harness.ts'

export type ServerProcess = { readonly url: string; stop(): Promise<void> }

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Another server on the same database and files, as a process of its own: what a balancer would have beside the first. */
export async function startServerProcess(api: Api): Promise<ServerProcess> {
  const port = await freePort()
  const child = spawn(process.execPath, [join(import.meta.dirname, '../src/main.ts')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: api.config.databaseUrl,
      AUTH_SECRET: api.config.secret,
      BASE_URL: testBaseUrl,
      PORT: String(port),
      FILES_DIR: api.config.filesDir,
      LOG_LEVEL: 'error',
    },
  })
  const url = `http://127.0.0.1:${port}`
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/healthz`).catch(() => null)
    if (answer?.ok) break
    await pause(50)
  }
  if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}
