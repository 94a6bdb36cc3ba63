import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createDatabase } from '@oeuvre/db/database'
import pg from 'pg'
import { type House, makeHouse, type Someone } from './killed-house.ts'
import { type KilledStage, openKilledStage } from './killed-stage.ts'
import { setUp } from './servers.ts'

const sizes = { servers: 2, writers: 6, lives: Number(process.env.KILL_LIVES ?? 12), acknowledgedPerKill: 12 }
const root = join(import.meta.dirname, '..')

type Saved = { readonly version: number; readonly state: string }
/** What was acknowledged of an outcome: nothing of it may be missing, nothing may be there twice. */
type Life = { readonly id: string; version: number; state: string; value: number; events: number }
type Count = { acknowledged: number; repeated: number; unanswered: number }

/** A caller who does not give up: the same again under the same key, at whichever server, until there is an answer. */
function caller(stage: KilledStage, count: Count, acknowledged: () => void) {
  return async (who: Someone, path: string, input: unknown): Promise<Saved> => {
    const key = randomUUID()
    for (let attempt = 0; attempt < 2_000; attempt++) {
      const url = stage.urls[Math.floor(Math.random() * stage.urls.length)] ?? ''
      const answer = await post(`${url}/api/trpc/${path}`, input, { cookie: who.cookie, 'x-oeuvre-request-key': key }, stage)
      if (answer) {
        count.acknowledged += 1
        if (attempt > 0) count.repeated += 1
        acknowledged()
        return answer
      }
      count.unanswered += 1
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error(`${path}: never answered`)
  }
}

type Answer = { result?: { data: Saved & { outcomes?: Saved[] } } }

/** null: nobody answered, or whoever did could not. @throws Error what was refused: with keys nothing may be */
async function post(url: string, input: unknown, headers: Record<string, string>, stage: KilledStage): Promise<Saved | null> {
  const all = { 'content-type': 'application/json', 'x-oeuvre-organization': 'bench', origin: stage.urls[0] ?? '', ...headers }
  const r = await fetch(url, { method: 'POST', headers: all, body: JSON.stringify(input), signal: AbortSignal.timeout(10_000) }).catch(
    () => null,
  )
  const text = r ? await r.text().catch(() => null) : null
  if (!r || text === null || r.status >= 500) return null
  if (!r.ok) throw new Error(`${url}: ${r.status} ${text}`)
  const data = (JSON.parse(text) as Answer).result?.data
  return data?.outcomes?.[0] ?? data ?? null
}

type Call = ReturnType<typeof caller>

/** Kept, changed, sent, verified; then taken back and verified again, or said anew, or left. */
async function live(call: Call, house: House, author: Someone, life: Life): Promise<void> {
  const { manager } = house
  const step = async (who: Someone, path: string, input: unknown, events: number) => {
    const { version, state } = await call(who, path, input)
    if (version !== life.version + 1) throw new Error(`${path}: version ${version} after ${life.version}`)
    Object.assign(life, { version, state, events: life.events + events })
  }
  const outcome = () => ({
    ...{ id: life.id, typeId: house.typeId, title: `Life ${life.id}`, subject: 'Harland', occurredOn: '2026-03-14' },
    value: { amount: String(life.value), currency: 'EUR' },
    contributors: [author, ...house.writers.filter((one) => one !== author).slice(0, 2)].map(({ personId }, at) => ({
      ...{ personId, role: at === 0 ? 'lead' : 'support', weight: 1 },
    })),
  })
  const set = () => ({ ids: [{ id: life.id, version: life.version }] })
  await step(author, 'outcomes.save', { outcome: outcome(), version: null }, 1)
  life.value += 1
  await step(author, 'outcomes.save', { outcome: outcome(), version: life.version }, 0)
  await step(author, 'outcomes.log', { outcome: outcome(), version: life.version }, 1)
  const way = Math.floor(Math.random() * 4)
  if (way === 0) return
  await step(manager, 'review.verify', set(), 1)
  if (way === 1) {
    await step(manager, 'review.undo', set(), 1)
    await step(manager, 'review.verify', set(), 1)
  }
  if (way !== 2) return
  life.value += 10
  await step(manager, 'review.amend', { outcome: outcome(), version: life.version, words: 'Counted again', wereContributorsAsked: true }, 1)
}

type Kills = { server: number; database: number; moves: number }

/** One at a time, in turn a server, the other, the database; each with a job of the background that was asked for just before. */
function killer(stage: KilledStage, house: House, count: Count, kills: Kills) {
  let killing: Promise<void> | null = null
  let since = 0
  async function kill(): Promise<void> {
    const { administrator, teams } = house
    const move = { ids: [administrator.personId], teamId: teams[kills.moves % 2], from: '2026-01-05' }
    if (await post(`${stage.urls[kills.moves % 2]}/api/trpc/people.move`, move, { cookie: administrator.cookie }, stage)) kills.moves += 1
    if ((kills.server + kills.database) % 3 === 2) {
      kills.database += 1
      return stage.killDatabase()
    }
    kills.server += 1
    return stage.killServer(kills.server % sizes.servers)
  }
  return {
    acknowledged() {
      if (killing || count.acknowledged - since < sizes.acknowledgedPerKill) return
      killing = kill().finally(() => {
        since = count.acknowledged
        killing = null
      })
    },
    done: async () => killing,
  }
}

async function work(stage: KilledStage, house: House) {
  const count: Count = { acknowledged: 0, repeated: 0, unanswered: 0 }
  const kills: Kills = { server: 0, database: 0, moves: 0 }
  const lives: Life[] = []
  const death = killer(stage, house, count, kills)
  const call = caller(stage, count, death.acknowledged)
  await Promise.all(
    house.writers.map(async (author, at) => {
      for (let i = 0; i < sizes.lives; i++) {
        const life: Life = { id: randomUUID(), version: 0, state: 'none', value: 1_000 * (at + 1) + i, events: 0 }
        lives.push(life)
        await live(call, house, author, life)
      }
    }),
  )
  await death.done()
  return { count, kills, lives }
}

type JobCount = { asked: number; open: number; failed: number; held: number }

/** Until all that was asked for in the background is done. What a killed server had in its hands is another's once its time is over. */
async function settle(client: pg.Client): Promise<JobCount> {
  for (let round = 0; ; round++) {
    const { rows } =
      await client.query<JobCount>(`SELECT count(*)::int AS asked, count(*) FILTER (WHERE state IN ('created', 'retry'))::int AS open,
        count(*) FILTER (WHERE state = 'failed')::int AS failed, count(*) FILTER (WHERE state = 'active')::int AS held
      FROM pgboss.job WHERE name = 'correct-teams'`)
    const [now] = rows
    if (now && now.open === 0 && (now.held === 0 || round > 40)) return now
    if (round > 400) throw new Error(`jobs are left: ${JSON.stringify(now)}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

type Found = { id: string; version: number; state: string; value: string; events: number; points: number; credited: string }

/** @returns what does not agree with what was acknowledged */
async function compare(client: pg.Client, lives: readonly Life[]): Promise<string[]> {
  const { rows } = await client.query<Found>(`SELECT o.id, o.version, o.state, o.value_minor::text AS value,
      (SELECT count(*)::int FROM event e WHERE e.organization_id = o.organization_id AND e.subject_id = o.id) AS events,
      coalesce((SELECT sum(count_bp) FROM credit c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id), 0)::int AS points,
      coalesce((SELECT sum(value_minor) FROM credit c WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id), 0)::text AS credited
    FROM outcome o`)
  const found = new Map(rows.map((row) => [row.id, row]))
  const wrong = lives.flatMap((life) => {
    const { id, version, state, events } = life
    const value = String(life.value * 100)
    const isCounted = state === 'verified'
    const expected: Found = { id, version, state, value, events, points: isCounted ? 10_000 : 0, credited: isCounted ? value : '0' }
    const there = found.get(id)
    return JSON.stringify(there) === JSON.stringify(expected)
      ? []
      : [`acknowledged ${JSON.stringify(expected)}\n  found        ${JSON.stringify(there)}`]
  })
  return rows.length === lives.length ? wrong : [...wrong, `${lives.length} were logged, ${rows.length} are there`]
}

function report({ count, kills, lives }: Awaited<ReturnType<typeof work>>, jobs: JobCount, ledger: string): void {
  console.log(`\nKilled with -9 under load: servers ${kills.server} times, the database ${kills.database} times, fsync on`)
  const { acknowledged, unanswered, repeated } = count
  console.log(
    `${acknowledged} changes to ${lives.length} outcomes acknowledged, ${unanswered} calls without an answer, ${repeated} sent again`,
  )
  console.log(`jobs: ${kills.moves} acknowledged, ${jobs.asked} asked for, ${jobs.failed} failed, ${jobs.held} held by a killed server`)
  console.log(`ledger: ${ledger.trim()}`)
}

/** Servers and the database killed with -9 under a load of writers: every acknowledged change is there, none twice, the ledger balances. */
export async function benchKill(): Promise<void> {
  const began = performance.now()
  const stage = await openKilledStage(sizes.servers)
  const client = new pg.Client({ connectionString: stage.superuser })
  try {
    await setUp(stage.last, 'EUR')
    const db = createDatabase(stage.app, { max: 2 })
    const house = await makeHouse(db, stage.secret, sizes.writers)
    await db.close()
    const done = await work(stage, house)
    await client.connect()
    const jobs = await settle(client)
    const wrong = await compare(client, done.lives)
    const env = { ...process.env, DATABASE_URL: stage.app }
    const ledger = await promisify(execFile)(process.execPath, [join(root, 'apps/api/src/verify-ledger.ts')], { env })
    report(done, jobs, ledger.stdout)
    console.log(`${wrong.length} outcomes differ from what was acknowledged; ${((performance.now() - began) / 1000).toFixed(0)} s`)
    for (const line of wrong) console.log(line)
    const isTried = done.kills.database > 1 && done.kills.server > 3 && done.count.repeated > 0
    if (wrong.length > 0 || jobs.failed > 0 || jobs.asked < done.kills.moves || !isTried) process.exitCode = 1
  } finally {
    await client.end().catch(() => undefined)
    await stage.stop()
  }
}
