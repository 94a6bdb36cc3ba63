import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, openAsBlob, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { ImportDetail } from '@oeuvre/domain/transfers/overview/schema'
import type { ImportKind, Mapping } from '@oeuvre/domain/transfers/schema'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Line, print } from './report.ts'
import { headersOf, mutate, openStage, query, type Running, type Session, setUp, startOeuvre } from './servers.ts'

function sharedFile(name: string): string | null {
  const places = [process.env.OEUVRE_SHARED, join(import.meta.dirname, '../../shared'), join(import.meta.dirname, '../../../shared')]
  return places.flatMap((place) => (place ? [join(place, 'data', name)] : [])).find((path) => existsSync(path)) ?? null
}

async function upload(session: Session, kind: ImportKind, path: string): Promise<string> {
  const form = new FormData()
  form.set('file', await openAsBlob(path), 'file.csv')
  const { 'content-type': _, ...headers } = headersOf(session)
  const r = await fetch(`${session.url}/api/o/${session.slug}/imports?kind=${kind}`, { method: 'POST', headers, body: form })
  const body = (await r.json()) as { id?: string }
  if (!r.ok || !body.id) throw new Error(`upload: ${r.status} ${JSON.stringify(body)}`)
  return body.id
}

async function until(session: Session, id: string, states: readonly string[], each: () => void = () => {}): Promise<ImportDetail> {
  for (;;) {
    const found = await query<ImportDetail>(session, 'transfers.get', { id })
    each()
    if (states.includes(found.state)) return found
    if (found.state === 'failed') throw new Error(JSON.stringify(found.failure))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function prepared(session: Session, kind: ImportKind, path: string, answer: (m: Mapping) => Mapping = (m) => m) {
  const id = await upload(session, kind, path)
  const { version, mapping } = await until(session, id, ['ready'])
  if (!mapping) throw new Error('no mapping was guessed')
  const saved = await mutate<{ version: number }>(session, 'transfers.saveMapping', { id, version, mapping: answer(mapping) })
  return { id, version: saved.version }
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`
const inUsd = (m: Mapping): Mapping => (m.kind === 'deals' ? { ...m, constants: { ...m.constants, currency: 'USD' } } : m)

/** The pipeline of 8,800 rows through all rules, beside a plain COPY of the same rows. */
async function benchPipeline(session: Session, url: string): Promise<Line[]> {
  const [teams, pipeline_] = [sharedFile('maven/sales_teams.csv'), sharedFile('maven/sales_pipeline.csv')]
  if (!teams || !pipeline_) {
    console.log('skipped: ../shared/data is not here')
    return []
  }
  const people = await prepared(session, 'people', teams)
  await mutate(session, 'transfers.check', people)
  const ready = await until(session, people.id, ['checked'])
  await mutate(session, 'transfers.run', { id: people.id, version: ready.version })
  await until(session, people.id, ['done'])
  const deals = await prepared(session, 'deals', pipeline_, inUsd)
  const began = performance.now()
  await mutate(session, 'transfers.check', deals)
  const checked = await until(session, deals.id, ['checked'])
  const between = performance.now()
  await mutate(session, 'transfers.run', { id: deals.id, version: checked.version })
  const done = await until(session, deals.id, ['done'])
  const end = performance.now()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('CREATE TABLE plain (a text, b text, c text, d text, e text, f text, g text, h text)')
  const copied = performance.now()
  await pipeline(createReadStream(pipeline_), client.query(copyFrom('COPY plain FROM STDIN WITH (FORMAT csv, HEADER)')))
  const copy = performance.now() - copied
  await client.end()
  const rows = readFileSync(pipeline_, 'utf8').trim().split('\n').length - 1
  console.log(`imported: ${JSON.stringify(done.counts)}`)
  const line = (what: string, ms: number): Line => ({
    what,
    ours: seconds(ms),
    yardstick: `${copy.toFixed(0)} ms`,
    ratio: `${(ms / copy).toFixed(0)}×`,
  })
  return [
    line(`dry run of ${rows} rows`, between - began),
    { ...line(`import of ${rows} rows`, end - between), floor: '≤ 10 s', holds: end - between <= 10_000 },
  ]
}

function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

async function writeLarge(path: string, megabytes: number): Promise<number> {
  const out = createWriteStream(path)
  out.write('Deal ID,Owner,Account,Stage,Close date,Amount,Currency,Notes\n')
  const note = 'a sentence of some length that nobody reads, '.repeat(3)
  let [rows, written] = [0, 0]
  while (written < megabytes * 1024 * 1024) {
    rows++
    const line = `D${rows},Ada,Client ${rows % 997},${rows % 3 ? 'Won' : 'Lost'},2026-03-${String(1 + (rows % 28)).padStart(2, '0')},${rows % 10_000}.50,USD,"${note}${rows}"\n`
    written += line.length
    if (!out.write(line)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
  return rows
}

/** Reading, recognising and the dry run of a file of 200 MB: memory above rest, rows a second. */
async function benchStream(session: Session, server: Running): Promise<Line[]> {
  const path = join(tmpdir(), `oeuvre-bench-${process.pid}.csv`)
  try {
    const rows = await writeLarge(path, Number(process.env.BENCH_MB ?? 200))
    const rest = residentMb(server.pid)
    let peak = rest
    const watch = setInterval(() => {
      peak = Math.max(peak, residentMb(server.pid))
    }, 50)
    const began = performance.now()
    const deals = await prepared(session, 'deals', path)
    const recognised = performance.now()
    await mutate(session, 'transfers.check', deals)
    await until(session, deals.id, ['checked'])
    const end = performance.now()
    clearInterval(watch)
    const mb = statSync(path).size / 1024 / 1024
    const perSecond = (ms: number) => (rows / ms) * 1000
    const above = peak - rest
    return [
      {
        what: `memory above rest, ${mb.toFixed(0)} MB`,
        ours: `${above.toFixed(0)} MB`,
        yardstick: `${rest.toFixed(0)} MB at rest`,
        ratio: '',
        floor: '≤ 150 MB',
        holds: above <= 150,
      },
      {
        what: 'upload and recognition',
        ours: `${perSecond(recognised - began).toFixed(0)} rows/s`,
        yardstick: `${rows} rows`,
        ratio: '',
        floor: '≥ 5000',
        holds: perSecond(recognised - began) >= 5000,
      },
      {
        what: 'dry run',
        ours: `${perSecond(end - recognised).toFixed(0)} rows/s`,
        yardstick: `${rows} rows`,
        ratio: '',
        floor: '≥ 5000',
        holds: perSecond(end - recognised) >= 5000,
      },
    ]
  } finally {
    rmSync(path, { force: true })
  }
}

export async function benchImport(): Promise<void> {
  const stage = await openStage()
  try {
    const server = await startOeuvre(stage)
    const session = await setUp(server, 'USD')
    // The large file first: what a server holds that has done nothing yet is its rest.
    print('A file of 200 MB, as a stream', await benchStream(session, server))
    print('Import of a CRM export, beside a plain COPY of the same rows', await benchPipeline(session, stage.database.superuser))
  } finally {
    await stage.stop()
  }
}
