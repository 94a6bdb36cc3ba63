import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import pg from 'pg'
import { browserLines } from './impact-browser.ts'
import { fillCompany, type ImpactSizes } from './impact-data.ts'
import { verifyLines } from './impact-verify.ts'
import { pageByHand } from './impact-yardstick.ts'
import { load, median } from './load.ts'
import { type Line, print } from './report.ts'
import { headersOf, openStage, type Running, type Session, type Stage, setUp, startOeuvre } from './servers.ts'

const big = Number(process.env.BENCH_OUTCOMES ?? 1_000_000)
const sizes = (outcomes: number): ImpactSizes => ({ people: 10_000, teams: 400, accounts: 15_000, outcomes })
/** Twelve whole months, and the twelve before. */
const months = { now: ['2025-12-01', '2026-12-01'] as [string, string], before: ['2024-12-01', '2025-12-01'] as [string, string] }
const period = '2025-12-01..2026-11-30'
const times = 15

type Company = {
  readonly server: Running
  readonly session: Session
  readonly client: pg.Client
  readonly organizationId: OrganizationId
  readonly stage: Stage
}

function addressOf({ session }: Company, input: object): string {
  return `${session.url}/api/trpc/impact.page?input=${encodeURIComponent(JSON.stringify(input))}`
}

async function page(company: Company, input: object, tag?: string): Promise<{ status: number; tag: string; bytes: number }> {
  const r = await fetch(addressOf(company, input), { headers: { ...headersOf(company.session), ...(tag ? { 'if-none-match': tag } : {}) } })
  const text = await r.text()
  if (r.status !== 200 && r.status !== 304) throw new Error(`${r.status} ${text}`)
  return { status: r.status, tag: r.headers.get('etag') ?? '', bytes: text.length }
}

/** Milliseconds, the middle of some. */
async function timed(work: () => Promise<unknown>, count = times): Promise<number> {
  const taken: number[] = []
  for (let n = 0; n < count; n++) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }
  return median(taken)
}

async function inTurn<T>(count: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let n = 0; n < count; n++) results.push(await work())
  return results
}

/** Makes every answer old without a change of figures: what comes next is asked anew. */
const touch = ({ client, organizationId }: Company) =>
  client.query('UPDATE organization_version SET facts_version = facts_version + 1 WHERE organization_id = $1', [organizationId])

/** One more result, as verifying appends it: two entries that are not folded yet. */
async function verifyOne({ client, organizationId }: Company): Promise<void> {
  await client.query('BEGIN')
  await client.query('SET LOCAL session_replication_role = replica')
  await client.query(
    `WITH v AS (UPDATE organization_version SET ledger_version = ledger_version + 1 WHERE organization_id = $1 RETURNING ledger_version)
      INSERT INTO credit (organization_id, outcome_id, revision, person_id, weight, count_bp, value_kind, effective_on, recorded_at, ledger_version, cause, side, rung, is_imported, days_to_verify, is_promise_kept,
        touch_days, team_id, type_id, skill_id, is_lead)
      SELECT c.organization_id, c.outcome_id, 2, c.person_id, c.weight, c.count_bp, c.value_kind, c.effective_on, now(), v.ledger_version, 'verified', c.side, c.rung, c.is_imported, c.days_to_verify, c.is_promise_kept,
        c.touch_days, c.team_id, c.type_id, c.skill_id, c.is_lead
      FROM v, (SELECT * FROM credit WHERE organization_id = $1 AND effective_on = '2026-06-06' LIMIT 2) c`,
    [organizationId],
  )
  await client.query('COMMIT')
}

export async function openCompany(outcomes: number): Promise<Company> {
  const stage = await openStage()
  try {
    return await fillStage(stage, outcomes)
  } catch (error) {
    await stage.stop()
    throw error
  }
}

async function fillStage(stage: Stage, outcomes: number): Promise<Company> {
  const server = await startOeuvre(stage)
  const session = await setUp(server, 'EUR')
  const client = new pg.Client({ connectionString: stage.database.superuser })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ organization_id: OrganizationId; person_id: string }>(
    'SELECT organization_id, person_id FROM membership',
  )
  const me = rows[0]
  if (!me) throw new Error('nobody is there')
  await client.query(`INSERT INTO role_grant (organization_id, person_id, role) VALUES ($1, $2, 'executive')`, [
    me.organization_id,
    me.person_id,
  ])
  await fillCompany(stage.database.superuser, me.organization_id, sizes(outcomes))
  const company = { server, session, client, organizationId: me.organization_id, stage }
  // The server folds by the clock, within a minute; what it takes is waited for.
  const began = performance.now()
  for (;;) {
    const { rows: state } = await client.query(
      'SELECT FROM rollup_state s JOIN organization_version v USING (organization_id) WHERE s.ledger_version = v.ledger_version AND NOT s.is_stale',
    )
    if (state.length > 0) break
    if (performance.now() - began > 600_000) throw new Error('nothing was folded')
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  await client.query('VACUUM ANALYZE')
  return company
}

const asMs = (n: number) => `${n < 10 ? n.toFixed(1) : n.toFixed(0)} ms`

/** The page after a change beside its figures by hand, interleaved. */
async function changed(company: Company): Promise<{ ours: number; theirs: number }> {
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let n = 0; n < times + 3; n++) {
    await verifyOne(company)
    const a = await timed(() => page(company, { period }), 1)
    const b = await timed(() => pageByHand(company.client, company.organizationId, months), 1)
    if (n < 3) continue
    ours.push(a)
    theirs.push(b)
  }
  return { ours: median(ours), theirs: median(theirs) }
}

async function linesOf(company: Company, cold: number): Promise<{ lines: Line[]; ours: number }> {
  const { client, organizationId } = company
  const input = { period }
  const { ours, theirs } = await changed(company)
  const hand = asMs(theirs)
  const beside = (what: string, n: number, more: Partial<Line> = {}): Line => ({
    what,
    ours: asMs(n),
    yardstick: hand,
    ratio: (n / theirs).toFixed(2),
    ...more,
  })
  const { tag, bytes } = await page(company, input)
  const unchanged = await timed(() => page(company, input, tag), 200)
  const kept = await timed(() => page(company, input), 100)
  const fresh = async (more: object) =>
    median(
      await inTurn(5, async () => {
        await touch(company)
        return timed(() => page(company, { ...input, ...more }), 1)
      }),
    )
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM outcome_type WHERE organization_id = $1 AND value_kind = $2 LIMIT 1',
    [organizationId, 'realised'],
  )
  const filters = { type: rows.map((r) => r.id), side: ['social'], team: '00000001-0000-7000-8000-000000000001' }
  // As browsers ask: packed.
  const asked = {
    method: 'GET',
    url: addressOf(company, input),
    headers: { ...headersOf(company.session), 'accept-encoding': 'gzip' },
  } as const
  const many = await load(() => asked, { connections: 50, ms: 4_000 })
  const memory =
    Number(/VmRSS:\s+(\d+)/.exec(await (await import('node:fs/promises')).readFile(`/proc/${company.server.pid}/status`, 'utf8'))?.[1]) /
    1024
  return {
    ours,
    lines: [
      beside('page, the first after the start', cold),
      beside('page after one more verification', ours, { floor: '≤ 1.5', aim: '≤ 1.15', holds: ours / theirs <= 1.5 }),
      beside('page, nothing changed (304)', unchanged, { floor: '≤ 5 ms', aim: '≤ 2 ms', holds: unchanged <= 5 }),
      beside('page, nothing changed, another reader', kept),
      beside('page with three filters', await fresh(filters)),
      beside('page as of a month ago', await fresh({ asOf: '2026-10-15' })),
      beside('page as of a year ago', await fresh({ asOf: '2025-11-22' })),
      beside('page of 45 days, week by week', await fresh({ period: '2026-09-10..2026-10-24' })),
      {
        what: '50 readers, nothing changed',
        ours: `${many.perSecond.toFixed(0)}/s`,
        yardstick: '',
        ratio: `p99 ${many.p99.toFixed(0)} ms`,
        aim: '≥ 500/s',
        holds: many.perSecond >= 500,
      },
      { what: 'answer; memory of the server', ours: `${(bytes / 1024).toFixed(0)} kB`, yardstick: '', ratio: `${memory.toFixed(0)} MB` },
    ],
  }
}

/** The impact page through HTTP, session, permission and row-level security included, beside the same figures by hand over the rollups. */
export async function benchImpact(): Promise<void> {
  const small = await openCompany(big / 10)
  let tenth = 0
  try {
    await page(small, { period })
    tenth = (await changed(small)).ours
  } finally {
    await small.client.end()
    await small.stage.stop()
  }
  const company = await openCompany(big)
  try {
    const cold = await timed(() => page(company, { period }), 1)
    const { lines, ours } = await linesOf(company, cold)
    const painted = await browserLines(company.session, period)
    const verifying = await verifyLines(company.session, company.client, company.stage.database.app, company.organizationId)
    const growth: Line = {
      what: 'ten times the outcomes',
      ours: asMs(ours),
      yardstick: asMs(tenth),
      ratio: (ours / tenth).toFixed(2),
      floor: '< 2',
      holds: ours / tenth < 2,
    }
    print(`The impact page over ${big.toLocaleString('en')} outcomes, twelve months beside the twelve before`, [
      ...lines,
      growth,
      ...verifying,
      ...painted,
    ])
  } finally {
    await company.client.end()
    await company.stage.stop()
  }
}
