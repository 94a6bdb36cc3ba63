import { createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { isFree, nextFreePort } from './ports.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

function listen(host: string): Promise<number> {
  const server = createServer()
  servers.push(server)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, host, () => resolve((server.address() as { port: number }).port))
  })
}

test.each(['127.0.0.1', '0.0.0.0'])('a port held on %s is passed over', async (host) => {
  const port = await listen(host)
  expect(await isFree(port)).toBe(false)
  expect(await nextFreePort(port)).toBeGreaterThan(port)
})
