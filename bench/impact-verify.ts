import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { median } from './load.ts'
import type { Line } from './report.ts'
import { mutate, type Session } from './servers.ts'

const rounds = 12
const together = 20

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

/** Verifying as it is, beside verifying without what is kept for the page in the same transaction; folding is work of the background. */
export async function verifyLine(session: Session, client: pg.Client, organizationId: string): Promise<Line> {
  await client.query(
    `INSERT INTO role_grant (organization_id, person_id, role) SELECT organization_id, person_id, 'reviewer' FROM membership WHERE organization_id = $1 ON CONFLICT DO NOTHING`,
    [organizationId],
  )
  const taken = { ENABLE: [] as number[], DISABLE: [] as number[] }
  for (let n = 0; n < rounds + 2; n++)
    for (const kept of n % 2 === 0 ? (['ENABLE', 'DISABLE'] as const) : (['DISABLE', 'ENABLE'] as const)) {
      const ids = await send(client, organizationId)
      await client.query(`ALTER TABLE outcome ${kept} TRIGGER name_accounts`)
      const began = performance.now()
      await mutate(session, 'review.verify', { ids })
      if (n >= 2) taken[kept].push(performance.now() - began)
    }
  await client.query('ALTER TABLE outcome ENABLE TRIGGER name_accounts')
  const [ours, theirs] = [median(taken.ENABLE), median(taken.DISABLE)]
  return {
    what: `verifying ${together}, beside without what is kept`,
    ours: `${ours.toFixed(0)} ms`,
    yardstick: `${theirs.toFixed(0)} ms`,
    ratio: (ours / theirs).toFixed(2),
    aim: '≤ 1.10',
    holds: ours / theirs <= 1.1,
  }
}
