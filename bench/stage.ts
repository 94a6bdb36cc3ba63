import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import pg from 'pg'
import { type Line, print } from './report.ts'
import { fillStories } from './search-data.ts'
import { openStage, query, type Session, setUp, startOeuvre } from './servers.ts'
import { fillStage } from './stage-data.ts'

const stories = Number(process.env.BENCH_STORIES ?? 100_000)
const times = 40

type Spread = { readonly p50: number; readonly p95: number }

async function timed(work: () => Promise<unknown>): Promise<Spread> {
  for (let n = 0; n < 3; n++) await work()
  const taken: number[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }
  taken.sort((a, b) => a - b)
  const at = (share: number) => taken[Math.floor((taken.length - 1) * share)] ?? 0
  return { p50: at(0.5), p95: at(0.95) }
}

type Page = { readonly nextCursor: string | null }

/** So many pages down. */
async function cursorAfter(session: Session, pages: number): Promise<string | null> {
  let cursor: string | null = null
  for (let n = 0; n < pages; n++)
    cursor = (await query<Page>(session, 'stage.list', { limit: 24, ...(cursor === null ? {} : { cursor }) })).nextCursor
  return cursor
}

/** The same rows to the bare driver, as superuser: no session, no rights, nobody's names. */
function plain(client: pg.Client, organizationId: string): Promise<unknown> {
  return client.query(
    `SELECT s.*, o.title, o.story_situation FROM stage_story s JOIN outcome o ON o.organization_id = s.organization_id AND o.id = s.outcome_id
      WHERE s.organization_id = $1 AND s.down_at IS NULL AND s.standing = 'agreed' ORDER BY s.from_day DESC, s.id DESC LIMIT 24`,
    [organizationId],
  )
}

async function asked(
  session: Session,
  client: pg.Client,
  organizationId: string,
): Promise<readonly (readonly [string, () => Promise<unknown>])[]> {
  const [team] = (
    await client.query<{ id: string }>("SELECT id FROM team WHERE organization_id = $1 AND name = 'Team 7'", [organizationId])
  ).rows
  const deep = await cursorAfter(session, 40)
  const list = (input: object) => () => query(session, 'stage.list', { limit: 24, ...input })
  return [
    ['the first page', () => query(session, 'stage.front', null)],
    ['the archive', list({})],
    ['a thousand stories down', list({ cursor: deep })],
    ['one of 240 teams', list({ team: [team?.id] })],
    ['a rare word', list({ text: 'zanzibar' })],
    ['a word in a third of all', list({ text: 'marathon' })],
    ['two words', list({ text: 'delivery term17' })],
    ['of nine years ago', list({ to: new Date(Date.now() - 9 * 365 * 86_400_000).toISOString().slice(0, 10) })],
  ]
}

const readers = [
  ['an employee', null],
  ['an executive', `INSERT INTO role_grant (organization_id, person_id, role) VALUES ($1, $2, 'executive')`],
] as const

/** The stage through HTTP with its archive full: session, permission, row-level security, visibility and consent included. */
export async function benchStage(): Promise<void> {
  const stage = await openStage()
  try {
    const server = await startOeuvre(stage)
    const session = await setUp(server, 'EUR')
    const client = new pg.Client({ connectionString: stage.database.superuser })
    client.on('error', () => {}) // the stage ends under it when something failed
    await client.connect()
    const [me] = (
      await client.query<{ organization_id: OrganizationId; person_id: string }>('SELECT organization_id, person_id FROM membership')
    ).rows
    if (!me) throw new Error('nobody is there')
    await fillStories(stage.database.superuser, me.organization_id, Math.ceil(stories * 1.1))
    await fillStage(stage.database.superuser, me.organization_id, { stories, personId: me.person_id })
    await client.query('DELETE FROM role_grant')
    const lines: Line[] = []
    for (const [reader, grant] of readers) {
      if (grant) await client.query(grant, [me.organization_id, me.person_id])
      for (const [what, ask] of await asked(session, client, me.organization_id)) {
        const ours = await timed(ask)
        const theirs = await timed(() => plain(client, me.organization_id))
        const say = ({ p50, p95 }: Spread) => `${p50.toFixed(1)} ms, p95 ${p95.toFixed(0)}`
        const ratio = (ours.p50 / theirs.p50).toFixed(1)
        lines.push({ what: `${reader}: ${what}`, ours: say(ours), yardstick: say(theirs), ratio, floor: '< 50 ms', holds: ours.p50 < 50 })
      }
    }
    await client.end()
    print(`The stage over ${stories.toLocaleString('en')} stories, one after the other, medians of ${times}`, lines)
  } finally {
    await stage.stop()
  }
}
