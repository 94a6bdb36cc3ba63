import { randomUUID } from 'node:crypto'
import { createDatabase } from '@oeuvre/db/database'
import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import { type BenchTenant, fill } from './data.ts'
import { type Call, type Load, load, median } from './load.ts'
import { type Line, print } from './report.ts'
import { analyse, headersOf, openStage, type Session, setUp, start, startOeuvre } from './servers.ts'

const sizes = { people: 1_000, teams: 40, outcomes: Number(process.env.BENCH_OUTCOMES ?? 100_000) }
const connections = 10
const ms = Number(process.env.BENCH_MS ?? 2_500)
const rounds = 5

type Pair = {
  readonly what: string
  readonly ours: () => Call
  readonly theirs: () => Call
  readonly floor: number
  readonly aim: number
  readonly tail?: number
}

function pairs(session: Session, yardstick: string, t: BenchTenant, me: string): Pair[] {
  const headers = headersOf(session)
  const get = (path: string, input: unknown): Call => ({
    method: 'GET',
    url: `${session.url}/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`,
    headers,
  })
  let n = 0
  const others = t.personIds.filter((id) => id !== me)
  const someone = () => others[n++ % others.length] ?? ''
  const outcome = () => t.outcomeIds[n++ % t.outcomeIds.length] ?? ''
  const list = get('outcomes.list', { limit: 50 })
  return [
    {
      what: 'list of 50',
      ours: () => list,
      theirs: () => ({ method: 'GET', url: `${yardstick}/list`, headers: {} }),
      floor: 0.35,
      aim: 0.6,
      tail: 3.5,
    },
    {
      what: 'one outcome',
      ours: () => get('outcomes.get', { id: outcome() }),
      theirs: () => ({ method: 'GET', url: `${yardstick}/one/${outcome()}`, headers: {} }),
      floor: 0.35,
      aim: 0.6,
    },
    {
      what: 'log an outcome',
      ours: () => ({
        method: 'POST',
        url: `${session.url}/api/trpc/outcomes.log`,
        headers,
        body: JSON.stringify({
          version: null,
          outcome: {
            ...{
              id: randomUUID(),
              typeId: t.typeId,
              title: 'A logged outcome',
              subject: 'Client',
              occurredOn: '2026-10-01',
              value: { amount: '1200', currency: 'EUR' },
            },
            ...{
              channels: [{ channelId: t.channelId }],
              contributors: [
                { personId: me, role: 'lead', weight: 1 },
                { personId: someone(), role: 'support', weight: 1 },
              ],
            },
          },
        }),
      }),
      theirs: () => ({
        method: 'POST',
        url: `${yardstick}/log`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id: randomUUID(), typeId: t.typeId, channelId: t.channelId, people: [me, someone()] }),
      }),
      floor: 0.18,
      aim: 0.6,
    },
  ]
}

const rate = (l: number) => `${l.toFixed(0)}/s`

function linesOf(p: Pair, ours: readonly Load[], theirs: readonly Load[]): Line[] {
  const refused = [...ours, ...theirs].flatMap((l) => l.refused)
  if (refused.length > 0) throw new Error(`${p.what}: ${refused.length} calls were refused, the first with ${refused[0]}`)
  const [a, b] = [median(ours.map((l) => l.perSecond)), median(theirs.map((l) => l.perSecond))]
  const lines: Line[] = [
    {
      what: p.what,
      ours: rate(a),
      yardstick: rate(b),
      ratio: (a / b).toFixed(2),
      floor: `≥ ${p.floor}`,
      aim: `≥ ${p.aim}`,
      holds: a / b >= p.floor,
    },
  ]
  const [x, y] = [median(ours.map((l) => l.p99)), median(theirs.map((l) => l.p99))]
  if (p.tail)
    lines.push({
      what: `${p.what}, p99`,
      ours: `${x.toFixed(1)} ms`,
      yardstick: `${y.toFixed(1)} ms`,
      ratio: (x / y).toFixed(2),
      floor: `≤ ${p.tail}`,
      aim: '≤ 2',
      holds: x / y <= p.tail,
    })
  return lines
}

/** List, one outcome and log-an-outcome through HTTP, session, permission and row-level security included, beside the same SQL by the bare driver. */
export async function benchHttp(): Promise<void> {
  const stage = await openStage()
  try {
    const server = await startOeuvre(stage)
    const session = await setUp(server, 'EUR')
    const db = createDatabase(stage.database.app, { max: 2 })
    const organizationId = ((await db.pool.query('SELECT id FROM organization_directory')).rows[0] as { id: OrganizationId }).id
    const t = await fill(db, organizationId, sizes)
    const me = await write(db, organizationId, async (tx) => {
      const person = await tx.one<{ id: string }>(sql`SELECT person_id AS id FROM membership`)
      await tx.run(
        sql`INSERT INTO role_grant (organization_id, person_id, role) VALUES (${organizationId}::uuid, ${person?.id}::uuid, 'executive')`,
      )
      return person?.id ?? ''
    })
    await db.close()
    await analyse(stage)
    const yardstick = await start(stage, ['bench/yardstick.ts', stage.database.superuser, organizationId], {})
    const lines: Line[] = []
    for (const pair of pairs(session, yardstick.url, t, me)) {
      await load(pair.ours, { connections, ms: 800 })
      await load(pair.theirs, { connections, ms: 800 })
      const [ours, theirs]: [Load[], Load[]] = [[], []]
      for (let round = 0; round < rounds; round++) {
        ours.push(await load(pair.ours, { connections, ms }))
        theirs.push(await load(pair.theirs, { connections, ms }))
      }
      lines.push(...linesOf(pair, ours, theirs))
    }
    print(
      `HTTP over ${sizes.outcomes.toLocaleString('en')} outcomes, ${connections} connections, medians of ${rounds} interleaved rounds`,
      lines,
    )
  } finally {
    await stage.stop()
  }
}
