// The same questions, hand-written, by the bare driver behind a bare route: no session, no permission, no row-level security, no checks.
// node bench/yardstick.ts <owner url> <organization id>
import Fastify from 'fastify'
import pg from 'pg'

const [url, organizationId] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString: url, max: 10 })
const app = Fastify()

app.get('/list', async () => {
  const { rows } = await pool.query(
    `SELECT o.id, o.version, o.state, o.title, o.subject, o.occurred_on::text, o.value_minor::text, o.currency, o.digits, o.side, o.rung, o.submitted_at, o.decided_at,
       t.code, t.name, t.pigment, k.list AS contributors, c.list AS channels
     FROM (SELECT * FROM outcome WHERE organization_id = $1 AND state <> 'draft' ORDER BY occurred_on DESC, id DESC LIMIT 50) o
     JOIN outcome_type t ON t.organization_id = $1 AND t.id = o.type_id
     CROSS JOIN LATERAL (SELECT json_agg(json_build_object('id', p.id, 'name', p.name, 'role', x.role, 'weight', x.weight) ORDER BY x.position) AS list
       FROM contributor x JOIN person p ON p.organization_id = $1 AND p.id = x.person_id WHERE x.organization_id = $1 AND x.outcome_id = o.id) k
     CROSS JOIN LATERAL (SELECT json_agg(json_build_object('id', h.id, 'kind', h.kind, 'code', h.code)) AS list
       FROM outcome_channel x JOIN channel h ON h.organization_id = $1 AND h.id = x.channel_id WHERE x.organization_id = $1 AND x.outcome_id = o.id) c
     ORDER BY o.occurred_on DESC, o.id DESC`,
    [organizationId],
  )
  return rows
})

app.get<{ Params: { id: string } }>('/one/:id', async (req) => {
  const { rows } = await pool.query(
    `SELECT o.*, (SELECT json_agg(json_build_object('id', p.id, 'name', p.name, 'role', x.role, 'weight', x.weight) ORDER BY x.position)
       FROM contributor x JOIN person p ON p.organization_id = $1 AND p.id = x.person_id WHERE x.organization_id = $1 AND x.outcome_id = o.id) AS contributors,
      (SELECT json_agg(json_build_object('id', h.id, 'code', h.code)) FROM outcome_channel x JOIN channel h ON h.organization_id = $1 AND h.id = x.channel_id
       WHERE x.organization_id = $1 AND x.outcome_id = o.id) AS channels,
      (SELECT json_agg(json_build_object('id', e.id, 'url', e.url)) FROM evidence e WHERE e.organization_id = $1 AND e.outcome_id = o.id) AS evidence
     FROM outcome o WHERE o.organization_id = $1 AND o.id = $2`,
    [organizationId, req.params.id],
  )
  return rows[0]
})

app.post<{ Body: { id: string; typeId: string; channelId: string; people: string[] } }>('/log', async (req) => {
  const { id, typeId, channelId, people } = req.body
  await pool.query(
    `WITH o AS (INSERT INTO outcome (organization_id, id, state, type_id, title, subject, subject_key, occurred_on, value_minor, currency, digits, submitted_at)
       VALUES ($1, $2, 'submitted', $3, 'A logged outcome', 'Client', 'client', '2026-10-01', 120000, 'EUR', 2, now()) RETURNING id),
     k AS (INSERT INTO contributor (organization_id, outcome_id, person_id, role, weight, position)
       SELECT $1, o.id, p, CASE i WHEN 1 THEN 'lead' ELSE 'support' END, 1, i FROM o, unnest($5::uuid[]) WITH ORDINALITY AS u(p, i)),
     c AS (INSERT INTO outcome_channel (organization_id, outcome_id, channel_id) SELECT $1, id, $4 FROM o)
     INSERT INTO event (organization_id, type, subject_kind, subject_id, actor_kind) SELECT $1, 'outcome.submitted', 'outcome', id, 'person' FROM o`,
    [organizationId, id, typeId, channelId, people],
  )
  return { id }
})

const address = await app.listen({ port: 0, host: '127.0.0.1' })
console.log(`listening on ${address}`)
process.once('SIGTERM', () => {
  app
    .close()
    .then(() => pool.end())
    .then(
      () => process.exit(0),
      () => process.exit(1),
    )
})
