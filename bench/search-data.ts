import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import pg from 'pg'

/** So many texts differ; of more outcomes than that, each text stands several times, on other days and of other people. */
const texts = 50_000
const people = 10_000
const idOf = (n: string) => `('00000000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

const steps: readonly string[] = [
  "INSERT INTO team (organization_id, name, name_key) SELECT $1, 'Team ' || i, 'team ' || i FROM generate_series(1, 240) i",
  'INSERT INTO team_placement (organization_id, team_id) SELECT $1, id FROM team WHERE organization_id = $1',
  `INSERT INTO person (organization_id, id, name, name_key) SELECT $1, ${idOf('i')}, 'Forename' || (i % 300) || ' Surname' || i, 'x' || i FROM generate_series(1, ${people}) i`,
  `INSERT INTO team_membership (organization_id, person_id, team_id) SELECT $1, ${idOf('i')}, t.id FROM generate_series(1, ${people}) i
    JOIN (SELECT id, row_number() OVER (ORDER BY name) AS n FROM team WHERE organization_id = $1) t ON t.n = 1 + i % 240`,
  `CREATE TEMP TABLE piece AS SELECT k, CASE WHEN k % 3 = 0 THEN 'Marathon ' ELSE 'Delivery ' END || 'term' || (k * 7919 % 5003) || ' term' || (k * 104729 % 997) AS title,
    'Client ' || (k % 9973) || CASE WHEN k % 3 = 1 THEN ' GmbH' ELSE ' SARL' END AS subject,
    'Les équipes ' || CASE WHEN k = 7 THEN 'zanzibar ' ELSE '' END || 'attendaient une pièce ' || (k * 31 % 8009) AS situation,
    'We answered with drawing word' || (k * 17 % 4001) || ' and detail word' || (k * 13 % 611) AS action, 'The order came as item' || (k * 29 % 20011) AS result
    FROM generate_series(0::bigint, ${texts - 1}) k`,
  `CREATE TEMP TABLE words AS SELECT k, search_vector(title, 'A') || search_vector(concat_ws(' ', situation, action, result), 'C') AS told,
    search_vector(subject, 'A') AS client, search_vector(CASE WHEN k % 10 = 0 THEN 'Bravo pour ce dossier nummer' || k ELSE '' END, 'D') AS said FROM piece`,
  `CREATE TEMP TABLE called AS SELECT n, search_vector('Forename' || (n % 300) || ' Surname' || n, 'B') AS name FROM generate_series(1, ${people}) n`,
  'ANALYZE piece, words, called',
  `CREATE TEMP TABLE laid AS SELECT i, i % ${texts} AS k, 1 + i::bigint * 31 % ${people} AS lead, CASE WHEN i % 5 < 3 THEN 1 + (i::bigint * 31 + 17) % ${people} END AS second,
    DATE '2023-11-01' + (i::bigint * 1097 / $2::int)::int AS day FROM generate_series(1, $2::int) i WHERE $1::uuid IS NOT NULL`,
  `INSERT INTO outcome (organization_id, id, state, type_id, title, subject, occurred_on, side, rung, revision, submitted_at, decided_at,
      story_situation, story_action, story_result)
    SELECT $1, ${idOf('i')}, CASE WHEN i % 20 = 0 THEN 'submitted' ELSE 'verified' END, (SELECT id FROM outcome_type WHERE organization_id = $1 LIMIT 1),
      title, subject, day, 'both', 4, 1, now(), now(), situation, action, result FROM laid JOIN piece USING (k)`,
  `INSERT INTO contributor (organization_id, outcome_id, person_id, role, weight, position)
    SELECT $1::uuid, ${idOf('i')}, ${idOf('lead')}, 'lead', 1, 0 FROM laid
    UNION ALL SELECT $1::uuid, ${idOf('i')}, ${idOf('second')}, 'support', 1, 1 FROM laid WHERE second IS NOT NULL`,
  `INSERT INTO comment (organization_id, id, outcome_id, author_id, text, mentioned_ids)
    SELECT $1, uuidv7(), ${idOf('i')}, ${idOf('lead')}, 'Bravo pour ce dossier nummer' || k, '{}' FROM laid WHERE k % 10 = 0`,
  'DROP INDEX outcome_words_search',
  'DROP INDEX outcome_words_blocks',
  'DROP INDEX outcome_search_day_cover',
  `INSERT INTO outcome_search (organization_id, outcome_id, day, told, client, said, people, state, are_contributors)
    SELECT $1, ${idOf('l.i')}, l.day, w.told || a.name || coalesce(b.name, ''), w.client, w.said,
      CASE WHEN l.second IS NULL THEN ARRAY[${idOf('l.lead')}] ELSE ARRAY[${idOf('l.lead')}, ${idOf('l.second')}] END, CASE WHEN l.i % 20 = 0 THEN 'submitted' ELSE 'verified' END, TRUE
    FROM laid l JOIN words w USING (k) JOIN called a ON a.n = l.lead LEFT JOIN called b ON b.n = l.second`,
  'CREATE INDEX outcome_words_search ON outcome_search USING gin (day, told, client, said, people) WITH (gin_pending_list_limit = 256)',
  'CREATE INDEX outcome_words_blocks ON outcome_search USING gin (search_blocks(day, told)) WITH (gin_pending_list_limit = 256)',
  'CREATE INDEX outcome_search_day_cover ON outcome_search (organization_id, day DESC, outcome_id DESC)',
  'VACUUM ANALYZE',
]

/**
 * Results with stories, written set by set: `marathon` stands in a third of the titles, `gmbh` in a third of the clients, `zanzibar` in
 * one of fifty thousand. Triggers are off meanwhile; words are read by the same functions.
 */
export async function fillStories(url: string, organizationId: OrganizationId, outcomes: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the stage ends under it when something failed
  await client.connect()
  await client.query(
    "SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET work_mem = '256MB'",
  )
  for (const step of steps) {
    const values = [organizationId, outcomes].slice(0, step.includes('$2') ? 2 : step.includes('$1') ? 1 : 0)
    await client.query(step, values)
  }
  await client.end()
}
