import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import pg from 'pg'

export type ImpactSizes = { readonly people: number; readonly teams: number; readonly accounts: number; readonly outcomes: number }

const idOf = (prefix: number, n: string) => `('0000000${prefix}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`
const team = (n: string) => idOf(1, n)
const person = (n: string) => idOf(2, n)
const account = (n: string) => idOf(3, n)
const outcome = (n: string) => idOf(4, n)
const credit = (n: string) => idOf(5, n)

/** Six levels: a root, 3, 9, 27, 81 and the rest; people are in teams of the last two. */
const steps = ({ people, teams, accounts, outcomes }: ImpactSizes): readonly string[] => [
  `INSERT INTO team (organization_id, id, name, name_key) SELECT $1::uuid, ${team('i')}, 'Team ' || i, 'team ' || i FROM generate_series(0, ${teams - 1}) i`,
  `INSERT INTO team_placement (organization_id, team_id, parent_id) SELECT $1::uuid, ${team('i')},
    CASE WHEN i = 0 THEN NULL WHEN i < 121 THEN ${team('(i - 1) / 3')} ELSE ${team('40 + i % 81')} END FROM generate_series(0, ${teams - 1}) i`,
  `INSERT INTO person (organization_id, id, name, name_key) SELECT $1::uuid, ${person('i')}, 'Person ' || i, 'person ' || i FROM generate_series(0, ${people - 1}) i`,
  `INSERT INTO team_membership (organization_id, person_id, team_id) SELECT $1::uuid, ${person('i')}, ${team(`40 + i % ${teams - 40}`)} FROM generate_series(0, ${people - 1}) i`,
  `INSERT INTO social_account (organization_id, id, person_id, platform, address, handle, address_key, purpose, visibility, consented_at, consent_text, created_at, updated_at)
    SELECT $1::uuid, ${account('i')}, ${person(`i % ${people}`)}, (ARRAY['linkedin', 'x', 'bluesky', 'github', 'youtube'])[1 + i % 5], 'https://example.com/' || i, 'h' || i, 'k' || i, 'work', 'organization',
      '2023-01-01', '2026-11', '2023-01-01', '2023-01-01' FROM generate_series(0, ${accounts - 1}) i`,
  // Day, people, type, side and value of each result; 1.6 contributors on average.
  `CREATE TEMP TABLE laid AS SELECT i, DATE '2023-12-01' + (i * 1096::bigint / ${outcomes})::int AS day, 1 + i / 50 AS version, (i * 7919::bigint) % ${people} AS a,
      CASE WHEN i % 5 < 3 THEN ((i * 7919::bigint) + 1 + i % 97) % ${people} END AS b, i % 8 AS t, i % 4 AS s,
      CASE WHEN i % 3 < 2 THEN 10000 + (i * 104729::bigint) % 5000000 END AS value, CASE WHEN i % 4 = 0 THEN 5 ELSE 4 END AS rung,
      CASE WHEN i % 4 > 0 THEN (i * 31::bigint % 800) / 100.0 END AS days, CASE WHEN i % 2 = 0 THEN (i * 37::bigint % 150)::int END AS touch
    FROM generate_series(0, ${outcomes - 1}) i`,
  'ANALYZE laid',
  `CREATE TEMP TABLE types AS SELECT id, value_kind, row_number() OVER (ORDER BY position) - 1 AS n FROM outcome_type WHERE organization_id = $1 AND archived_at IS NULL`,
  `CREATE TEMP TABLE channels AS SELECT id, row_number() OVER (ORDER BY kind, position) - 1 AS n, count(*) OVER () AS all_of FROM channel WHERE organization_id = $1`,
  `CREATE TEMP TABLE trades AS SELECT id, row_number() OVER (ORDER BY position) - 1 AS n, count(*) OVER () AS all_of FROM skill WHERE organization_id = $1`,
  `INSERT INTO outcome (organization_id, id, state, type_id, title, subject, subject_key, occurred_on, value_minor, currency, digits, reporting_minor, side, rung, revision, submitted_at, decided_at, skill_id)
    SELECT $1::uuid, ${outcome('i')}, 'verified', y.id, 'Outcome ' || i, 'Client ' || (i % 997), 'client ' || (i % 997), day, CASE WHEN y.value_kind <> 'none' THEN value END,
      CASE WHEN y.value_kind <> 'none' AND value IS NOT NULL THEN 'EUR' END, CASE WHEN y.value_kind <> 'none' AND value IS NOT NULL THEN 2 END,
      CASE WHEN y.value_kind <> 'none' THEN value END, (ARRAY['social', 'conventional', 'both', 'not-stated'])[1 + s], rung, 1, day, day + 2, k.id
    FROM laid JOIN types y ON y.n = t JOIN trades k ON k.n = i % k.all_of`,
  `INSERT INTO contributor (organization_id, outcome_id, person_id, role, weight, position)
    SELECT $1::uuid, ${outcome('i')}, ${person('a')}, 'lead', 1, 0 FROM laid UNION ALL SELECT $1::uuid, ${outcome('i')}, ${person('b')}, 'support', 1, 1 FROM laid WHERE b IS NOT NULL`,
  `INSERT INTO outcome_channel (organization_id, outcome_id, channel_id, account_id, sent_on, is_verified)
    SELECT $1::uuid, ${outcome('i')}, c.id, CASE WHEN i % 10 = 0 THEN ${account(`(i / 10) % ${accounts}`)} END, CASE WHEN i % 10 = 0 THEN day END, i % 10 = 0
    FROM laid JOIN channels c ON c.n = i % c.all_of`,
  `INSERT INTO credit_channel (organization_id, outcome_id, revision, channel_id) SELECT $1::uuid, ${outcome('i')}, 1, c.id FROM laid JOIN channels c ON c.n = i % c.all_of`,
  `INSERT INTO credit (organization_id, id, outcome_id, revision, person_id, weight, count_bp, value_minor, currency, digits, reporting_minor, value_kind, effective_on, recorded_at, ledger_version, cause,
      side, rung, is_imported, days_to_verify, is_promise_kept, touch_days, team_id, type_id, skill_id, is_lead)
    SELECT $1::uuid, ${credit('i * 2 + part')}, ${outcome('i')}, 1, ${person('who')}, 1, CASE WHEN b IS NULL THEN 10000 ELSE 5000 END, own, CASE WHEN own IS NOT NULL THEN 'EUR' END,
      CASE WHEN own IS NOT NULL THEN 2 END, own, y.value_kind, day, day + interval '2 days' + version * interval '1 microsecond', version, 'verified',
      (ARRAY['social', 'conventional', 'both', 'not-stated'])[1 + s], rung, days IS NULL, days, days < 3, touch, ${team(`40 + who % ${teams - 40}`)}, y.id, k.id, part = 0
    FROM (SELECT *, 0 AS part, a AS who FROM laid UNION ALL SELECT *, 1, b FROM laid WHERE b IS NOT NULL) l JOIN types y ON y.n = t JOIN trades k ON k.n = i % k.all_of
    CROSS JOIN LATERAL (SELECT CASE WHEN y.value_kind = 'none' OR value IS NULL THEN NULL WHEN b IS NULL THEN value WHEN part = 0 THEN value - value / 2 ELSE value / 2 END AS own) v
    ORDER BY version`,
  `UPDATE organization_version SET ledger_version = (SELECT max(version) FROM laid), facts_version = facts_version + 1 WHERE organization_id = $1`,
  `UPDATE social_account a SET last_result_on = (SELECT max(c.sent_on) FROM outcome_channel c WHERE c.organization_id = $1 AND c.account_id = a.id)
    WHERE a.organization_id = $1`,
  'VACUUM ANALYZE',
]

/** A company over three years, written set by set; triggers are off meanwhile. Verify-ledger finds nothing to complain of. */
export async function fillCompany(url: string, organizationId: OrganizationId, sizes: ImpactSizes): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the stage ends under it when something failed
  await client.connect()
  await client.query(
    "SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'",
  )
  for (const step of steps(sizes)) await client.query(step, step.includes('$1') ? [organizationId] : [])
  await client.end()
}
