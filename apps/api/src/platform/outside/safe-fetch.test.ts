import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isOpenAddress } from './judge.ts'
import { createSafeFetch } from './safe-fetch.ts'

/** Real servers of this test: on 127.0.0.1 the one outside, on 127.0.0.2, same port, what must never be reached. */
const pages: Record<string, (req: IncomingMessage, res: ServerResponse) => void> = {}
let outside: Server
let inside: Server
let port = 0
let reached: string[] = []
const names = new Map<string, () => readonly string[]>()
let waits: number[] = []

function listen(address: string, at: number): Promise<Server> {
  const server = createServer((req, res) => {
    reached.push(`${address} ${req.headers.host?.split(':')[0]}${req.url}`)
    const page = pages[req.url ?? '']
    if (page) page(req, res)
    else res.writeHead(404).end()
  })
  return new Promise((done) => server.listen(at, address, () => done(server)))
}

beforeAll(async () => {
  outside = await listen('127.0.0.1', 0)
  port = (outside.address() as AddressInfo).port
  inside = await listen('127.0.0.2', port)
})
afterAll(() => {
  for (const server of [outside, inside]) {
    server.closeAllConnections()
    server.close()
  }
})
beforeEach(() => {
  for (const key of Object.keys(pages)) delete pages[key]
  names.clear()
  reached = []
  waits = []
})

const fetchOutside = (limits = {}) =>
  createSafeFetch({
    limits,
    pace: async () => waits.shift() ?? 0,
    resolve: async (host) => names.get(host)?.() ?? ['127.0.0.1'],
    door: (ip, at) => ip === '127.0.0.1' && at === port,
  })
const accept = ['text/html', 'application/atom+xml']
const get = (path: string, limits = {}) =>
  fetchOutside(limits)({ url: path.startsWith('/') ? `http://open.example.org:${port}${path}` : path, accept })
const html =
  (text: string, headers = {}) =>
  (_: IncomingMessage, res: ServerResponse) =>
    void res.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(text)
const to = (location: string) => (_: IncomingMessage, res: ServerResponse) => void res.writeHead(302, { location }).end()

test('hostile addresses are refused before anybody is asked, each with its reason', async () => {
  const hostile: [string, string][] = [
    ['file:///etc/passwd', 'scheme'],
    ['ftp://example.org/', 'scheme'],
    ['gopher://example.org:80/_x', 'scheme'],
    ['data:text/html,hello', 'scheme'],
    ['nonsense', 'not-an-address'],
    ['http://user:word@example.org/', 'credentials'],
    ['http://example.org@127.0.0.1/', 'credentials'],
    ['http://example.org:22/', 'port'],
    ['https://example.org:8443/', 'port'],
    ['http://127.0.0.1/', 'host-by-number'],
    ['http://2130706433/', 'host-by-number'],
    ['http://0177.0.0.1/', 'host-by-number'],
    ['http://0x7f.1/', 'host-by-number'],
    ['http://0x7f000001/', 'host-by-number'],
    ['http://127.1/', 'host-by-number'],
    ['http://①②⑦.⓪.⓪.①/', 'host-by-number'],
    ['http://8.8.8.8/', 'host-by-number'],
    ['http://[::1]/', 'host-by-number'],
    ['http://[::ffff:127.0.0.1]/', 'host-by-number'],
    ['http://[::ffff:7f00:1]/', 'host-by-number'],
    ['http://[64:ff9b::7f00:1]/', 'host-by-number'],
    ['http://169.254.169.254/latest/meta-data/', 'host-by-number'],
    ['http://localhost/', 'host-private'],
    ['http://localhost./', 'host-private'],
    ['http://intranet/', 'host-private'],
    ['http://metadata.google.internal/', 'host-private'],
    ['http://printer.local/', 'host-private'],
  ]
  for (const [url, reason] of hostile) expect(await get(url), url).toEqual({ kind: 'refused', reason })
  names.set('gone.example.org', () => [])
  expect(await get(`http://gone.example.org:${port}/`)).toMatchObject({ reason: 'host-unknown' })
  expect(reached).toEqual([])
})

test('names that resolve inside are refused: every private, local and disguised form', async () => {
  const closed = [
    ...['127.0.0.1', '127.8.8.8', '10.0.0.1', '172.16.0.1', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1'],
    ...['240.0.0.1', '255.255.255.255', '192.0.0.1', '198.18.0.1', '192.0.2.1', '203.0.113.9', '192.88.99.1'],
    ...[
      '::',
      '::1',
      '::7f00:1',
      '::10.0.0.1',
      '::ffff:10.0.0.1',
      '::ffff:8.8.8.8',
      '::ffff:0:127.0.0.1',
      '64:ff9b::a00:1',
      '64:ff9b:1::a00:1',
    ],
    ...[
      '2002:7f00:1::',
      '2001::1',
      'fe80::1',
      'fe80::1%eth0',
      'fec0::1',
      'fc00::1',
      'fd12::1',
      'ff02::1',
      '100::1',
      '2001:db8::1',
      '2a00::5efe:7f00:1',
    ],
  ]
  expect(closed.filter(isOpenAddress)).toEqual([])
  expect(['8.8.8.8', '93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'].filter((ip) => !isOpenAddress(ip))).toEqual([])
  names.set('trap.example.org', () => ['93.184.215.14', '10.0.0.1'])
  expect(await get('http://trap.example.org/')).toEqual({ kind: 'refused', reason: 'resolves-inside' })
  expect(reached).toEqual([])
})

test('the connection goes to what was judged, and each redirect is judged anew', async () => {
  pages['/'] = html('<p>outside</p>')
  const turns = [['127.0.0.1'], ['127.0.0.1'], ['127.0.0.2'], ['127.0.0.2']]
  names.set('turn.example.org', () => turns.shift() ?? ['127.0.0.2'])
  expect(await get(`http://turn.example.org:${port}/`)).toMatchObject({ kind: 'page', text: '<p>outside</p>' })
  pages['/again'] = to('/')
  turns.push(['127.0.0.1'], ['127.0.0.1'])
  turns.splice(0, 2)
  expect(await get(`http://turn.example.org:${port}/again`)).toEqual({ kind: 'refused', reason: 'resolves-inside' })
  const away: [string, string][] = [
    [`http://127.0.0.2:${port}/`, 'host-by-number'],
    ['http://localhost/', 'host-private'],
    ['file:///etc/passwd', 'scheme'],
    ['http://open.example.org:22/', 'port'],
    ['//user@open.example.org/', 'credentials'],
    ['/loop', 'redirects'],
  ]
  for (const [location, reason] of away) {
    pages['/loop'] = to(location)
    expect(await get('/loop'), location).toEqual({ kind: 'refused', reason })
  }
  expect(reached.filter((place) => place.startsWith('127.0.0.2'))).toEqual([])
})

test('size is bounded as it arrives and as it unfolds, time as it passes', async () => {
  pages['/long'] = html('a'.repeat(3000))
  pages['/said'] = (_, res) => void res.writeHead(200, { 'content-length': '99999999' }).write('a')
  pages['/bomb'] = html('', {})
  pages['/bomb'] = (_, res) =>
    void res.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(gzipSync('a'.repeat(500_000)))
  pages['/endless'] = (_, res) => {
    res.writeHead(200, { 'content-type': 'text/html' })
    const drip = setInterval(() => res.write('a'), 20)
    res.on('close', () => clearInterval(drip))
  }
  pages['/silent'] = () => undefined
  pages['/packed'] = (_, res) =>
    void res.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'br' }).end(brotliCompressSync('<p>é</p>'))
  pages['/odd'] = html('x', { 'content-encoding': 'gzip, gzip' })
  pages['/broken'] = html('not packed', { 'content-encoding': 'gzip' })
  const few = { bytes: 2000 }
  for (const [path, reason] of [
    ['/long', 'size'],
    ['/said', 'size'],
    ['/bomb', 'size'],
    ['/odd', 'encoding'],
    ['/broken', 'encoding'],
  ] as const)
    expect(await get(path, few), path).toMatchObject({ kind: 'refused', reason })
  for (const path of ['/endless', '/silent'])
    expect(await get(path, { totalMs: 400, silenceMs: 300 }), path).toMatchObject({ kind: 'refused', reason: 'time' })
  expect(await get('/packed', few)).toMatchObject({ kind: 'page', text: '<p>é</p>' })
})

test('robots, pace and caching headers are obeyed, and it says its name', async () => {
  pages['/robots.txt'] = (_, res) =>
    void res.writeHead(200).end('User-agent: *\nDisallow: /private\n\nUser-agent: OeuvreReader\nDisallow: /not-us\n')
  const agents = new Set<string>()
  const dated = 'Tue, 10 Nov 2026 09:00:00 GMT'
  pages['/feed'] = (req, res) => {
    agents.add(req.headers['user-agent'] ?? '')
    if (req.headers['if-none-match'] === '"v1"') return void res.writeHead(304, { 'cache-control': 'max-age=600' }).end()
    res.writeHead(200, { 'content-type': 'text/html', etag: '"v1"', 'cache-control': 'public, max-age=3600' }).end('<p>1</p>')
  }
  pages['/busy'] = (_, res) => void res.writeHead(429, { 'retry-after': '120' }).end()
  pages['/picture'] = (_, res) => void res.writeHead(200, { 'content-type': 'image/png' }).end('x')
  const url = (path: string) => ({ url: `http://open.example.org:${port}${path}`, accept })
  const fetchOne = fetchOutside()
  expect(await fetchOne(url('/not-us'))).toEqual({ kind: 'refused', reason: 'robots' })
  expect(await fetchOne(url('/feed'))).toMatchObject({ kind: 'page', etag: '"v1"', freshSeconds: 3600 })
  expect(await fetchOne({ ...url('/feed'), etag: '"v1"' })).toMatchObject({ kind: 'unchanged', freshSeconds: 600 })
  pages['/dated'] = (req, res) =>
    void res.writeHead(req.headers['if-modified-since'] === dated ? 304 : 200, { 'last-modified': dated }).end()
  expect(await fetchOne(url('/dated'))).toMatchObject({ kind: 'page', lastModified: dated })
  expect(await fetchOne({ ...url('/dated'), lastModified: dated })).toMatchObject({ kind: 'unchanged' })
  expect(await fetchOne(url('/busy'))).toEqual({ kind: 'refused', reason: 'status', status: 429, retryAfterSeconds: 120 })
  expect(await fetchOne(url('/picture'))).toEqual({ kind: 'refused', reason: 'kind' })
  expect([...agents].every((agent) => agent.startsWith('OeuvreReader/'))).toBe(true)
  expect(reached.filter((place) => place.endsWith('/robots.txt'))).toHaveLength(1)
  waits = [7]
  expect(await fetchOne(url('/feed'))).toEqual({ kind: 'refused', reason: 'pace', retryAfterSeconds: 7 })
  pages['/robots.txt'] = (_, res) => void res.writeHead(503).end()
  expect(await get('/feed')).toMatchObject({ kind: 'refused', reason: 'robots' })
})

test('what is told is posted to the address alone: no robots.txt is asked, nothing is followed, inside stays out of reach', async () => {
  let said = ''
  pages['/hook'] = (req, res) => {
    req.on('data', (chunk) => {
      said += String(chunk)
    })
    req.on('end', () => void res.writeHead(req.method === 'POST' ? 200 : 405).end('ok'))
  }
  pages['/moved'] = to('/hook')
  const tell = (path: string, host = 'open.example.org') =>
    fetchOutside()({ url: `http://${host}:${port}${path}`, accept: [], json: '{"text":"a"}' })
  expect(await tell('/hook')).toMatchObject({ kind: 'unchanged' })
  expect(said).toBe('{"text":"a"}')
  expect(await tell('/moved')).toMatchObject({ kind: 'refused', reason: 'redirects' })
  expect(await tell('/none')).toMatchObject({ kind: 'refused', reason: 'status', status: 404 })
  names.set('inside.example.org', () => ['127.0.0.2'])
  expect(await tell('/hook', 'inside.example.org')).toMatchObject({ kind: 'refused', reason: 'resolves-inside' })
  expect(reached).toEqual(['/hook', '/moved', '/none'].map((path) => `127.0.0.1 open.example.org${path}`))
})
