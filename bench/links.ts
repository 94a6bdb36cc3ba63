import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type Call, type Load, load, median } from './load.ts'
import { type Line, print } from './report.ts'
import { mutate, openStage, type Session, type Stage, setUp, start, startOeuvre } from './servers.ts'

const connections = 10
const ms = Number(process.env.BENCH_MS ?? 2_500)
const rounds = 3
const awayMs = 5_000
const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0'

function callOf(url: string): Call {
  return { method: 'GET', url, headers: { 'user-agent': browser, referer: 'https://www.linkedin.com/' }, expects: 302 }
}

async function makeLinks(session: Session): Promise<string[]> {
  await mutate(session, 'links.saveDomains', { domains: 'bench.example' })
  const codes: string[] = []
  for (let n = 0; n < 20; n++) {
    const place = { place: 'linkedin', accountId: null, programId: null, note: '', lastDay: null }
    const link = await mutate<{ code: string }>(session, 'links.make', {
      id: randomUUID(),
      destination: `https://www.bench.example/${n}`,
      ...place,
    })
    codes.push(link.code)
  }
  return codes
}

/** From beside it: its connections are cut and none is let in, until what is returned is called. */
async function sendAway(stage: Stage): Promise<() => Promise<void>> {
  const url = new URL(stage.database.superuser)
  const name = url.pathname.slice(1)
  url.pathname = '/postgres'
  const beside = new pg.Client({ connectionString: url.href })
  await beside.connect()
  await beside.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`)
  await beside.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  return async () => {
    await beside.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`)
    await beside.end()
  }
}

async function countWritten(stage: Stage): Promise<number> {
  const client = new pg.Client({ connectionString: stage.database.superuser })
  await client.connect()
  const { rows } = await client.query<{ n: number }>('SELECT coalesce(sum(visits), 0)::int AS n FROM link_visit')
  await client.end()
  return rows[0]?.n ?? 0
}

/** Until all that was answered is written, or nothing more comes. */
async function settle(stage: Stage, answered: number): Promise<number> {
  for (let n = 0; n < 100; n++) {
    if ((await countWritten(stage)) >= answered) break
    await pause(100)
  }
  return countWritten(stage)
}

const answeredIn = (loads: readonly Load[]) => loads.reduce((sum, one) => sum + one.answered, 0)

/** Milliseconds of processor that a process has used, where the system tells; else NaN. */
function cpuOf(pid: number): number {
  try {
    // Ticks of 10 ms: utime and stime stand after the name, which may hold anything but a closing bracket at its end.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return Number.NaN
  }
}

type Measured = Load & { readonly cpu: number }

/** With the processor's time for each visit: what stays true on a computer that has other work. */
async function measure(next: () => Call, pid: number, forMs: number): Promise<Measured> {
  const before = cpuOf(pid)
  const one = await load(next, { connections, ms: forMs })
  return { ...one, cpu: (cpuOf(pid) - before) / one.answered }
}

/** Short links through HTTP, visits counted, beside a bare redirect; then the same with the database away for some seconds. */
export async function benchLinks(): Promise<void> {
  const stage = await openStage()
  try {
    const server = await startOeuvre(stage)
    const codes = await makeLinks(await setUp(server, 'EUR'))
    const bare = await start(stage, ['bench/redirect.ts'], {})
    let n = 0
    const ours = () => callOf(`${server.url}/l/${codes[n++ % codes.length]}`)
    const theirs = () => callOf(`${bare.url}/l/abcdefghjk`)
    const [a, b]: [Measured[], Measured[]] = [[await measure(ours, server.pid, 800)], []]
    await load(theirs, { connections, ms: 800 })
    for (let round = 0; round < rounds; round++) {
      a.push(await measure(ours, server.pid, ms))
      b.push(await measure(theirs, bare.pid, ms))
    }
    const comeBack = await sendAway(stage)
    const away = await measure(ours, server.pid, awayMs)
    await comeBack()
    const written = await settle(stage, answeredIn([...a, away]))
    print(`Short links, ${connections} connections, medians of ${rounds} interleaved rounds`, linesOf(a.slice(1), b, away))
    const answered = answeredIn([...a, away])
    console.log(
      `visits answered ${answered}, written ${written} (${away.answered} of them while the database was away for ${awayMs / 1000} s)`,
    )
    const refused = [...a, away].flatMap((one) => one.refused)
    if (refused.length > 0) console.log(`NOT SENT ON: ${refused.length}, the first with ${refused[0]}`)
  } finally {
    await stage.stop()
  }
}

type Key = 'perSecond' | 'p50' | 'p99' | 'cpu'

function linesOf(ours: readonly Measured[], theirs: readonly Measured[], away: Measured): Line[] {
  const of = (loads: readonly Measured[], key: Key) => median(loads.map((one) => one[key]))
  const line = (what: string, key: Key, mine: number, floor: string, holds: boolean): Line => {
    const yardstick = of(theirs, key)
    const say = (value: number) => (key === 'perSecond' ? `${value.toFixed(0)}/s` : `${value.toFixed(2)} ms`)
    return { what, ours: say(mine), yardstick: say(yardstick), ratio: (mine / yardstick).toFixed(2), floor, holds }
  }
  const [rate, p50] = [of(ours, 'perSecond'), of(ours, 'p50')]
  return [
    line('visits', 'perSecond', rate, '≥ 2000/s', rate >= 2_000),
    line('visit, median', 'p50', p50, '< 5 ms', p50 < 5),
    line('visit, p99', 'p99', of(ours, 'p99'), '', true),
    line('processor, each visit', 'cpu', of(ours, 'cpu'), '≤ 1 ms', !(of(ours, 'cpu') > 1)),
    line('database away, visits', 'perSecond', away.perSecond, '≥ 2000/s', away.perSecond >= 2_000),
    line('database away, median', 'p50', away.p50, '< 5 ms', away.p50 < 5),
  ]
}
