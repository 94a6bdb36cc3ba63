import { randomUUID } from 'node:crypto'
import type { Database } from '@oeuvre/db/database'
import { sql } from '@oeuvre/db/sql'
import { write } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'

export type Sizes = { readonly people: number; readonly teams: number; readonly outcomes: number }
export type BenchTenant = {
  readonly organizationId: OrganizationId
  readonly typeId: string
  readonly channelId: string
  readonly personIds: readonly string[]
  readonly outcomeIds: readonly string[]
}

/** A deterministic organization, written set by set: two contributors and a channel an outcome, over three years. */
export async function fill(db: Database, organizationId: OrganizationId, sizes: Sizes): Promise<BenchTenant> {
  const o = sql`${organizationId}::uuid`
  return write(db, organizationId, async (tx) => {
    const root = randomUUID()
    await tx.run(sql`INSERT INTO team (organization_id, id, name, name_key) VALUES (${o}, ${root}::uuid, 'All', 'all')`)
    await tx.run(sql`INSERT INTO team_placement (organization_id, team_id) VALUES (${o}, ${root}::uuid)`)
    await tx.run(
      sql`INSERT INTO team (organization_id, name, name_key) SELECT ${o}, 'Team ' || i, 'team ' || i FROM generate_series(1, ${sizes.teams}::int) i`,
    )
    await tx.run(
      sql`INSERT INTO team_placement (organization_id, team_id, parent_id) SELECT ${o}, id, ${root}::uuid FROM team WHERE organization_id = ${o} AND id <> ${root}::uuid`,
    )
    await tx.run(
      sql`INSERT INTO person (organization_id, name, name_key) SELECT ${o}, 'Person ' || i, 'person ' || i FROM generate_series(1, ${sizes.people}::int) i`,
    )
    await tx.run(sql`
      INSERT INTO team_membership (organization_id, person_id, team_id)
      SELECT ${o}, p.id, t.id FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM person WHERE organization_id = ${o}) p
      JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n FROM team WHERE organization_id = ${o} AND id <> ${root}::uuid) t ON t.n = 1 + p.n % ${sizes.teams}::int`)
    await tx.run(sql`
      INSERT INTO outcome (organization_id, id, state, type_id, title, subject, subject_key, occurred_on, value_minor, currency, digits, reporting_minor, side, rung, revision, submitted_at, decided_at, author_id)
      SELECT ${o}, uuidv7(), 'verified', (SELECT array_agg(id) FROM outcome_type WHERE organization_id = ${o} AND value_kind = 'realised')[1 + i % 3],
        'Outcome ' || i || (ARRAY[' pump', ' shaft', ' tender', ' repair'])[1 + i % 4], 'Client ' || (i % 997), 'client ' || (i % 997),
        DATE '2023-11-01' + (i * 1097 / ${sizes.outcomes}::int), (i * 7919) % 1000000, 'EUR', 2, (i * 7919) % 1000000, (ARRAY['social', 'conventional', 'both', 'not-stated'])[1 + i % 4], 4, 1,
        now() - interval '3 days', now(), NULL
      FROM generate_series(1, ${sizes.outcomes}::int) i`)
    await tx.run(sql`
      INSERT INTO contributor (organization_id, outcome_id, person_id, role, weight, position)
      SELECT ${o}, x.id, p.id, (ARRAY['lead', 'support'])[k + 1], 1, k
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM outcome WHERE organization_id = ${o}) x CROSS JOIN generate_series(0, 1) k
      JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM person WHERE organization_id = ${o}) p ON p.n = (x.n * 31 + k * 17) % ${sizes.people}::int`)
    await tx.run(sql`
      INSERT INTO outcome_channel (organization_id, outcome_id, channel_id)
      SELECT ${o}, id, (SELECT array_agg(id ORDER BY position) FROM channel WHERE organization_id = ${o})[1 + (row_number() OVER ()) % 20] FROM outcome WHERE organization_id = ${o}`)
    const [type] = await tx.rows<{ id: string }>(sql`SELECT id FROM outcome_type WHERE organization_id = ${o} AND code = 'client-won'`)
    const [channel] = await tx.rows<{ id: string }>(sql`SELECT id FROM channel WHERE organization_id = ${o} AND code = 'phone'`)
    const people = await tx.rows<{ id: string }>(sql`SELECT id FROM person WHERE organization_id = ${o} ORDER BY id LIMIT 200`)
    const outcomes = await tx.rows<{ id: string }>(sql`SELECT id FROM outcome WHERE organization_id = ${o} ORDER BY id LIMIT 500`)
    return {
      organizationId,
      typeId: type?.id ?? '',
      channelId: channel?.id ?? '',
      personIds: people.map((p) => p.id),
      outcomeIds: outcomes.map((x) => x.id),
    }
  })
}
