import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startEmbedded } from '../src/embedded.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'oeuvre-embedded-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function ask(url: string, question = `SELECT current_setting('server_version') AS v`): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ v: string }>(question)).rows[0]!.v
  } finally {
    await client.end()
  }
}

test('runs in a private folder (as root too), keeps its data, listens on loopback only with a password', async () => {
  const home = join(folder, 'home')
  mkdirSync(home)
  chmodSync(home, 0o700)
  const options = { dir: join(home, 'pg'), password: 'päss wörd/:@', fast: true }
  const first = await startEmbedded(options)
  expect(await ask(first.url('postgres'))).toMatch(/^18\./)
  await expect(ask(first.url('postgres').replace('w%C3%B6rd', 'word'))).rejects.toThrow(/password authentication failed/)
  await first.stop()
  expect(statSync(options.dir).mode & 0o777).toBe(0o700)
  const second = await startEmbedded(options)
  expect(await ask(second.url('postgres'))).toMatch(/^18\./)
  await second.stop()
  await expect(ask(second.url('postgres'))).rejects.toThrow(/ECONNREFUSED/)
})

test.runIf(process.platform === 'linux')('goes with the process that started it, even when that one is killed', async () => {
  const code = `import { startEmbedded } from '${join(import.meta.dirname, '../src/embedded.ts')}'
    const server = await startEmbedded({ dir: process.argv[1], password: 'x', fast: true })
    console.log(server.port)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, join(folder, 'pg')], { stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk).trim())))
  const url = `postgresql://postgres:x@127.0.0.1:${port}/postgres`
  expect(await ask(url)).toMatch(/^18\./)
  child.kill('SIGKILL')
  await expect.poll(() => ask(url).catch((e: Error) => e.message), { timeout: 60_000 }).toMatch(/ECONNREFUSED/)
})

test.runIf(process.platform === 'linux')(
  'waits for what a killed server was working on',
  async () => {
    const options = { dir: join(folder, 'pg'), password: 'x', fast: true }
    const first = await startEmbedded(options)
    const client = new pg.Client({ connectionString: first.url('postgres') })
    client.on('error', () => {})
    await client.connect()
    await client.query('SET jit = off')
    // Whoever counts looks at nothing else meanwhile: for so long the killed server's memory is in use.
    const counted = client.query('SELECT count(*) FROM generate_series(1, 6000000)')
    await expect
      .poll(() =>
        ask(
          first.url('postgres'),
          `SELECT count(*)::text AS v FROM pg_stat_activity WHERE query LIKE '%generate_series(1%' AND state = 'active' AND pid <> pg_backend_pid()`,
        ),
      )
      .toBe('1')
    process.kill(Number(readFileSync(join(options.dir, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
    const second = await startEmbedded(options)
    expect(await ask(second.url('postgres'))).toMatch(/^18\./)
    await second.stop()
    await Promise.allSettled([counted])
  },
  60_000,
)
