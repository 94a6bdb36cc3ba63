// The yardstick of short links: a bare server that knows one answer. node bench/redirect.ts
import { createServer } from 'node:http'

const server = createServer((_, res) => {
  res
    .writeHead(302, {
      location: 'https://www.bench.example/salon?utm_source=x&utm_medium=social&utm_content=abcdefghjk',
      'cache-control': 'no-store',
    })
    .end()
})
server.listen(0, '127.0.0.1', () => {
  const at = server.address()
  if (at !== null && typeof at !== 'string') console.log(`listening on http://127.0.0.1:${at.port}`)
})
process.once('SIGTERM', () => process.exit(0))
