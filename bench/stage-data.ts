import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import pg from 'pg'

const idOf = (n: string) => `('00000000-0000-7000-9000-' || lpad(to_hex(${n}), 12, '0'))::uuid`

/** Of the results that `fillStories` wrote, which has the same ids but for their 8: each verified one of the first so many is a story that came on stage. */
const steps: readonly string[] = [
  `INSERT INTO stage_story (organization_id, id, outcome_id, type_id, chosen_by_id, chosen_at, reason, quote, is_client_withheld, from_day, until_day, is_lead, standing, code, words)
    SELECT $1, ${idOf('x.n')}, x.id, x.type_id, $3, now(), 'Worth telling', CASE WHEN x.n % 7 = 0 THEN 'Said aloud' ELSE '' END, x.n % 5 = 0, x.day,
      CASE WHEN x.n % 4 = 0 THEN x.day + 14 END, x.n % 50 = 0, 'agreed', 'bench' || x.n,
      search_vector(x.title, 'A') || search_vector(concat_ws(' ', x.story_situation, x.story_action, x.story_result), 'C')
    FROM (SELECT o.*, row_number() OVER (ORDER BY o.id) AS n, current_date - (row_number() OVER (ORDER BY o.id) * 3650 / $2::int)::int AS day
      FROM outcome o WHERE o.organization_id = $1 AND o.state = 'verified' ORDER BY o.id LIMIT $2::int) x`,
  `INSERT INTO stage_consent (organization_id, story_id, person_id, asked_at, answer, answered_at)
    SELECT $1, s.id, c.person_id, now(), 'named', now() FROM stage_story s JOIN contributor c ON c.organization_id = s.organization_id AND c.outcome_id = s.outcome_id
    WHERE s.organization_id = $1`,
  `INSERT INTO stage_team (organization_id, team_id, from_day, story_id)
    SELECT DISTINCT $1::uuid, m.team_id, s.from_day, s.id FROM stage_story s JOIN contributor c ON c.organization_id = s.organization_id AND c.outcome_id = s.outcome_id
    JOIN team_membership m ON m.organization_id = c.organization_id AND m.person_id = c.person_id WHERE s.organization_id = $1`,
  'VACUUM ANALYZE',
]

/** Triggers are off meanwhile; words are read by the same functions. */
export async function fillStage(
  url: string,
  organizationId: OrganizationId,
  by: { readonly stories: number; readonly personId: string },
): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the stage of the bench ends under it when something failed
  await client.connect()
  await client.query("SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'")
  for (const step of steps)
    await client.query(step, [organizationId, by.stories, by.personId].slice(0, step.includes('$3') ? 3 : step.includes('$1') ? 1 : 0))
  await client.end()
}
