import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import pg from 'pg'
import { type Line, print } from './report.ts'
import { fillStories } from './search-data.ts'
import { openStage, query, type Session, setUp, startOeuvre } from './servers.ts'

const outcomes = Number(process.env.BENCH_OUTCOMES ?? 1_000_000)
const times = 30

const words = {
  'a rare word': 'zanzibar',
  'two words': 'delivery term17',
  'three letters of a word': 'zan',
  'three letters that all begin with': 'ter',
  'a word in a third of all': 'marathon',
  'a word in a third of the clients': 'gmbh',
  'a name': 'Surname4711',
  'a word in one of twenty': 'word33',
  nothing: 'qwertz',
} as const

type Spread = { readonly p50: number; readonly p95: number }

async function timed(work: (n: number) => Promise<unknown>): Promise<Spread> {
  for (let n = 0; n < 3; n++) await work(n)
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    await work(n)
    taken.push(performance.now() - began)
  }
  taken.sort((a, b) => a - b)
  const at = (share: number) => taken[Math.floor((taken.length - 1) * share)] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

/** The same question to the bare driver, as superuser: no session, no rights, nothing marked; ranked among the newest 2,000. */
function plain(client: pg.Client, organizationId: string, text: string): Promise<unknown> {
  const lexemes = text
    .toLowerCase()
    .split(' ')
    .map((word) => `'${word}':*`)
    .join(' & ')
  return client.query(
    `SELECT o.id, o.title, ts_rank_cd(w.told, $2::tsquery) AS rank FROM (SELECT * FROM outcome_search WHERE organization_id = $1
      AND (told @@ $2::tsquery OR client @@ $2::tsquery) ORDER BY day DESC, outcome_id DESC LIMIT 2000) w
      JOIN outcome o ON o.organization_id = $1 AND o.id = w.outcome_id ORDER BY rank DESC LIMIT 50`,
    [organizationId, lexemes],
  )
}

/** Rights of the one who asks, from the least to the most. */
const readers = [
  ['an employee', ''],
  [
    'a manager of one team',
    `INSERT INTO team_manager (organization_id, team_id, person_id) SELECT $1, id, $2 FROM team WHERE organization_id = $1 AND name = 'Team 7'`,
  ],
  [
    'a manager of a tenth',
    `INSERT INTO team_manager (organization_id, team_id, person_id) SELECT $1, id, $2 FROM team WHERE organization_id = $1 AND name LIKE 'Team 1%' AND name <> 'Team 7' LIMIT 24`,
  ],
  ['an executive', `INSERT INTO role_grant (organization_id, person_id, role) VALUES ($1, $2, 'executive')`],
] as const

async function linesOf(session: Session, client: pg.Client, organizationId: string, reader: string): Promise<Line[]> {
  const lines: Line[] = []
  for (const [what, q] of Object.entries(words)) {
    const ours = await timed(() => query(session, 'outcomes.list', { q, limit: 50 }))
    const theirs = await timed(() => plain(client, organizationId, q))
    lines.push({
      what: `${reader}: ${what}`,
      ours: `${ours.p50.toFixed(0)} ms, p95 ${ours.p95.toFixed(0)}`,
      yardstick: `${theirs.p50.toFixed(0)} ms, p95 ${theirs.p95.toFixed(0)}`,
      ratio: (ours.p50 / theirs.p50).toFixed(1),
      floor: '< 100 ms',
      holds: ours.p95 < 100,
    })
  }
  return lines
}

/** Searching through HTTP, session, permission, row-level security, visibility and marks included. */
export async function benchSearch(): Promise<void> {
  const stage = await openStage()
  try {
    const server = await startOeuvre(stage)
    const session = await setUp(server, 'EUR')
    const client = new pg.Client({ connectionString: stage.database.superuser })
    client.on('error', () => {}) // the stage ends under it when something failed
    await client.connect()
    const { rows } = await client.query<{ organization_id: OrganizationId; person_id: string }>(
      'SELECT organization_id, person_id FROM membership',
    )
    const [me] = rows
    if (!me) throw new Error('nobody is there')
    await fillStories(stage.database.superuser, me.organization_id, outcomes)
    await client.query('DELETE FROM role_grant')
    const lines: Line[] = []
    for (const [reader, grant] of readers) {
      if (grant) await client.query(grant, [me.organization_id, me.person_id])
      lines.push(...(await linesOf(session, client, me.organization_id, reader)))
    }
    await client.end()
    print(`Search over ${outcomes.toLocaleString('en')} outcomes, the first page, one after the other`, lines)
  } finally {
    await stage.stop()
  }
}
