import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { environmentFile, port } from './server.ts'

async function listen(server: Server, at = 0): Promise<number> {
  server.listen(at, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

async function close(server: Server): Promise<void> {
  server.close()
  await once(server, 'close')
}

/** A way to the database that can be shut: connections are cut and new ones refused, as when it is gone. */
async function makeDoor(to: number) {
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    const onward = connect(to, '127.0.0.1')
    for (const [end, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      open.add(end)
      end.on('error', () => undefined)
      end.on('close', () => {
        open.delete(end)
        other.destroy()
      })
      end.pipe(other)
    }
  })
  const at = await listen(server)
  return {
    port: at,
    open: () => listen(server, at),
    async shut() {
      const closed = close(server)
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  const found = await listen(server)
  await close(server)
  return found
}

async function untilHealthy(url: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(100)) {
    const answer = await fetch(`${url}/healthz`).catch(() => null)
    if (answer?.ok) return
  }
  throw new Error('the second server did not answer in a minute')
}

/** A server on the database of this run, whose way to it can be shut while that of everybody else stays open. */
export async function startSecondServer() {
  const known = JSON.parse(readFileSync(environmentFile(port), 'utf8')) as Record<'DATABASE_URL', string>
  const database = new URL(known.DATABASE_URL)
  const door = await makeDoor(Number(database.port))
  database.port = String(door.port)
  const own = String(await freePort())
  const url = `http://localhost:${own}`
  const root = join(import.meta.dirname, '..')
  const env = { ...process.env, ...known, DATABASE_URL: database.href, DATABASE_OWNER_URL: undefined }
  const server = spawn(process.execPath, [join(root, 'apps/api/dist/main.mjs')], {
    stdio: 'ignore',
    env: { ...env, PORT: own, HOST: '127.0.0.1', BASE_URL: url, WEB_ROOT: join(root, 'apps/web/dist'), DEMO: '1' },
  })
  await untilHealthy(url)
  return {
    url,
    door,
    async stop() {
      server.kill('SIGTERM')
      await once(server, 'exit')
      await door.shut().catch(() => undefined)
    },
  }
}
