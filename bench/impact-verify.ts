import { randomUUID } from 'node:crypto'
import { createDatabase } from '@oeuvre/db/database'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type pg from 'pg'
import { foldLedger } from '../apps/api/src/modules/impact/commands/fold-ledger.ts'
import { median } from './load.ts'
import type { Line } from './report.ts'
import { mutate, type Session } from './servers.ts'

const rounds = 8
const together = 20

/** What is there for the page alone. */
const triggers = [
  ['name_accounts', 'outcome'],
  ['name_account', 'outcome_channel'],
  ['name_account', 'evidence'],
] as const
const indexes = [
  'outcome_amount_cover',
  'outcome_channel_account_cover',
  'evidence_account_cover',
  'credit_organization_id_ledger_version_idx',
]

/** Results that wait for a decision, each naming a channel with an account. */
async function send(client: pg.Client, organizationId: string): Promise<{ id: string; version: number }[]> {
  const ids = Array.from({ length: together }, () => randomUUID())
  await client.query(
    `WITH a AS (SELECT row_number() OVER (ORDER BY id) AS n, id, person_id FROM social_account WHERE organization_id = $1 LIMIT ${together}),
      o AS (INSERT INTO outcome (organization_id, id, state, type_id, title, subject, subject_key, occurred_on, side, rung, submitted_at)
        SELECT $1::uuid, x.id, 'submitted', (SELECT id FROM outcome_type WHERE organization_id = $1 AND value_kind = 'none' LIMIT 1), 'Sent', 'Client', 'client', '2026-06-06', 'social', 3, now()
        FROM unnest($2::uuid[]) x (id)),
      c AS (INSERT INTO outcome_channel (organization_id, outcome_id, channel_id, account_id)
        SELECT $1::uuid, x.id, (SELECT id FROM channel WHERE organization_id = $1 AND kind = 'social' LIMIT 1), a.id FROM unnest($2::uuid[]) WITH ORDINALITY x (id, n) JOIN a USING (n))
      INSERT INTO contributor (organization_id, outcome_id, person_id, role, weight, position)
      SELECT $1::uuid, x.id, a.person_id, 'lead', 1, 0 FROM unnest($2::uuid[]) WITH ORDINALITY x (id, n) JOIN a USING (n)`,
    [organizationId, ids],
  )
  const { rows } = await client.query<{ id: string; version: number }>(
    'SELECT id, version FROM outcome WHERE organization_id = $1 AND id = ANY ($2)',
    [organizationId, ids],
  )
  return rows
}

type Taken = { readonly sending: number[]; readonly verifying: number[] }

async function decide(session: Session, client: pg.Client, organizationId: string, taken: Taken, counted: number): Promise<void> {
  for (let n = 0; n < counted + 2; n++) {
    const began = performance.now()
    const ids = await send(client, organizationId)
    const sent = performance.now()
    await mutate(session, 'review.verify', { ids })
    if (n < 2) continue
    taken.sending.push(sent - began)
    taken.verifying.push(performance.now() - sent)
  }
}

/** Nothing of the page's own is written meanwhile. @returns how to have it back */
async function strip(client: pg.Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ definition: string }>('SELECT indexdef AS definition FROM pg_indexes WHERE indexname = ANY ($1)', [
    indexes,
  ])
  if (rows.length !== indexes.length) throw new Error('an index of the page has another name now')
  for (const [trigger, table] of triggers) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${trigger}`)
  for (const index of indexes) await client.query(`DROP INDEX ${index}`)
  return async () => {
    for (const { definition } of rows) await client.query(definition)
    for (const [trigger, table] of triggers) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${trigger}`)
  }
}

/** What is left to fold, folded: milliseconds for each verification that left it. */
async function folding(app: string, organizationId: OrganizationId): Promise<number> {
  const db = createDatabase(app)
  try {
    const began = performance.now()
    const versions = await foldLedger(db, organizationId)
    return versions > 0 ? (performance.now() - began) / versions : 0
  } finally {
    await db.close()
  }
}

const none = (): Taken => ({ sending: [], verifying: [] })

/**
 * Sending and verifying as they are, beside the same without the triggers and indexes that are there for the page; and with the
 * background's folding of what was left, laid upon those who verified as if they had waited for it.
 */
export async function verifyLines(session: Session, client: pg.Client, app: string, organizationId: OrganizationId): Promise<Line[]> {
  await client.query(
    `INSERT INTO role_grant (organization_id, person_id, role) SELECT organization_id, person_id, 'reviewer' FROM membership WHERE organization_id = $1 ON CONFLICT DO NOTHING`,
    [organizationId],
  )
  const [ours, bare] = [none(), none()]
  await folding(app, organizationId)
  await decide(session, client, organizationId, ours, rounds)
  const folded = await folding(app, organizationId)
  const restore = await strip(client)
  await decide(session, client, organizationId, bare, 2 * rounds)
  await restore()
  await decide(session, client, organizationId, ours, rounds)
  const beside = (what: string, n: number, yardstick: number, more: Partial<Line> = {}): Line => ({
    what,
    ours: `${n.toFixed(0)} ms`,
    yardstick: `${yardstick.toFixed(0)} ms`,
    ratio: (n / yardstick).toFixed(2),
    ...more,
  })
  const verifying = median(ours.verifying)
  const aim = (ratio: number) => ({ aim: '≤ 1.10', holds: ratio <= 1.1 })
  const bareVerifying = median(bare.verifying)
  return [
    beside(`sending ${together} by hand, beside without what is kept`, median(ours.sending), median(bare.sending)),
    beside(`verifying ${together}, beside without what is kept`, verifying, bareVerifying, aim(verifying / bareVerifying)),
    beside(`verifying ${together} and folding them, a minute's at once`, verifying + folded, bareVerifying),
  ]
}
