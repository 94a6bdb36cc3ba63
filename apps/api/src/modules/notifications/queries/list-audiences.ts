import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { Audience, Payload } from '@oeuvre/domain/notifications/rules'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { recordOf } from '../../outcomes/present.ts'
import { listWaitsFor } from '../../outcomes/queries/get-outcome.ts'
import { canSignIn, leadTeamOf, loadChains } from '../../outcomes/queries/load-chains.ts'
import { loadOutcomes, type OutcomeRow } from '../../outcomes/queries/load-outcomes.ts'

export type EventRow = {
  readonly id: string
  readonly type: string
  readonly subjectKind: string
  readonly subjectId: string
  readonly byId: string | null
  readonly actorKind: 'person' | 'import' | 'system'
  readonly at: Date
  readonly payload: Payload
  /** A decision that was taken back since. */
  readonly isUndone: boolean
}

/** A decision is known by its revision: what was undone is told from what was decided anew without any clock. */
export function listEvents(tx: SqlTx, organizationId: string, ids: readonly string[]): Promise<EventRow[]> {
  return tx.rows<EventRow>(sql`
    SELECT e.id, e.type, e.subject_kind AS "subjectKind", e.subject_id AS "subjectId", e.actor_person_id AS "byId", e.actor_kind AS "actorKind", e.at, e.payload,
      EXISTS (SELECT FROM event u WHERE u.organization_id = e.organization_id AND u.subject_kind = e.subject_kind AND u.subject_id = e.subject_id
        AND u.payload->>'cause' = 'undone' AND ((u.type = 'outcome.reopened' AND u.payload->>'revision' = e.payload->>'revision')
          OR (u.type = 'story.taken-down' AND e.type = 'story.chosen'))) AS "isUndone"
    FROM event e WHERE e.organization_id = ${organizationId}::uuid AND e.id = ANY (${[...ids]}::uuid[]) ORDER BY e.id`)
}

/** What the database wrote down of stories because these happened to their results: in the same transaction, at the same moment. */
export async function listFollowing(tx: SqlTx, organizationId: string, events: readonly EventRow[]): Promise<EventRow[]> {
  const outcomes = events.filter(({ subjectKind }) => subjectKind === 'outcome')
  if (outcomes.length === 0) return []
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT e.id FROM stage_story s JOIN event e ON e.organization_id = s.organization_id AND e.subject_kind = 'story' AND e.subject_id = s.id
    WHERE s.organization_id = ${organizationId}::uuid AND s.outcome_id = ANY (${outcomes.map((one) => one.subjectId)}::uuid[])
      AND e.actor_kind = 'system' AND e.type IN ('story.taken-down', 'story.asked') AND e.at = ANY (${outcomes.map((one) => one.at)}::timestamptz[])`)
  const ids = rows.map(({ id }) => id)
  return ids.length === 0 ? [] : listEvents(tx, organizationId, ids)
}

/** Of these, those who can sign in today: nobody else can be told. */
export async function listReachable(tx: SqlTx, actor: Actor, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ id: string }>(sql`
    SELECT p.id FROM person p WHERE p.organization_id = ${actor.organizationId}::uuid AND p.id = ANY (${[...ids]}::uuid[])
      AND ${canSignIn(sql`${actor.today}::date`)}`)
  return new Set(rows.map(({ id }) => id))
}

function idsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : typeof value === 'string' ? [value] : []
}

function contributorsIn(payload: Payload): string[] {
  const { contributors } = payload
  return Array.isArray(contributors) ? contributors.flatMap((c: { personId?: unknown }) => idsIn(c.personId)) : []
}

/** Who belongs to an audience of an event. `outcome`: the result it is about, as it is now. */
export type Audiences = (event: EventRow, audience: Audience, outcome: OutcomeRow | null) => Promise<readonly string[]>

export function audiences(tx: SqlTx, actor: Actor): Audiences {
  const org = sql`${actor.organizationId}::uuid`
  const persons = async (query: Parameters<SqlTx['rows']>[0]) => (await tx.rows<{ id: string }>(query)).map(({ id }) => id)
  return async (event, audience, outcome) => {
    switch (audience) {
      case 'author':
        return idsIn(outcome?.authorId)
      case 'lead':
        return outcome?.contributors.filter((c) => c.role === 'lead').map((c) => c.id) ?? []
      case 'contributors':
        return outcome?.contributors.map((c) => c.id) ?? []
      case 'before':
        return [...(outcome?.contributors.map((c) => c.id) ?? []), ...contributorsIn(event.payload), ...(await listBefore(tx, org, event))]
      case 'newly-named':
        return newlyNamed(tx, org, outcome)
      case 'deciders':
        return outcome ? listDeciders(tx, actor, outcome) : []
      case 'payload':
        return ['personIds', 'toId', 'delegateId'].flatMap((key) => idsIn(event.payload[key]))
      case 'mentioned':
        return idsIn(event.payload.mentionedIds)
      case 'administrators':
        return persons(sql`SELECT person_id AS id FROM role_grant WHERE organization_id = ${org} AND role = 'administrator'`)
      case 'account-owner':
        return persons(sql`SELECT person_id AS id FROM social_account WHERE organization_id = ${org} AND id = ${event.subjectId}::uuid`)
      // Whoever was asked before, said no or takes part already is not asked again, and whoever invites cannot tell.
      case 'invited':
        return persons(sql`SELECT person_id AS id FROM program_participant WHERE organization_id = ${org} AND program_id = ${event.subjectId}::uuid
          AND invited_at = ${event.at}::timestamptz AND declined_at IS NULL AND (joined_on IS NULL OR left_on IS NOT NULL)`)
      case 'checked-in':
        return persons(sql`SELECT x.person_id AS id FROM program_check_in x JOIN program_participant p ON p.organization_id = x.organization_id
          AND p.program_id = x.program_id AND p.person_id = x.person_id
          WHERE x.organization_id = ${org} AND x.program_id = ${event.subjectId}::uuid AND x.asked_at = ${event.at}::timestamptz AND p.left_on IS NULL`)
      case 'coached':
        return persons(sql`SELECT CASE WHEN n.is_from_coach THEN n.person_id ELSE n.coach_id END AS id FROM program_note n
          JOIN program_participant p ON p.organization_id = n.organization_id AND p.program_id = n.program_id AND p.person_id = n.person_id AND p.left_on IS NULL
          WHERE n.organization_id = ${org} AND n.program_id = ${event.subjectId}::uuid AND n.told_at = ${event.at}::timestamptz AND n.removed_at IS NULL
          UNION SELECT c.person_id FROM program_check_in x JOIN program_coach c ON c.organization_id = x.organization_id AND c.program_id = x.program_id
          JOIN program_participant p ON p.organization_id = x.organization_id AND p.program_id = x.program_id AND p.person_id = x.person_id AND p.left_on IS NULL
          WHERE x.organization_id = ${org} AND x.program_id = ${event.subjectId}::uuid AND x.told_at = ${event.at}::timestamptz AND x.person_id <> c.person_id`)
      // Whoever was told of it once is not told again, however often it goes and comes back.
      case 'thanked':
        return persons(sql`SELECT x.person_id AS id FROM kudos k JOIN kudos_person x ON x.organization_id = k.organization_id AND x.kudos_id = k.id
          WHERE k.organization_id = ${org} AND k.id = ${event.subjectId}::uuid AND k.removed_at IS NULL AND NOT EXISTS (SELECT FROM notification n
            WHERE n.organization_id = ${org} AND n.person_id = x.person_id AND n.subject_kind = 'kudos' AND n.subject_id = k.id)`)
      case 'awarded':
        return persons(sql`SELECT x.person_id AS id FROM award a JOIN award_person x ON x.organization_id = a.organization_id AND x.award_id = a.id
          WHERE a.organization_id = ${org} AND a.id = ${event.subjectId}::uuid AND (a.revoked_at IS NULL OR a.revoked_reason IS NOT NULL)`)
      // The log names everybody who takes part; whose former "no" stands is not asked about it again.
      case 'asked':
        return persons(sql`SELECT person_id AS id FROM stage_consent WHERE organization_id = ${org} AND story_id = ${event.subjectId}::uuid
          AND person_id = ANY (${idsIn(event.payload.personIds)}::uuid[]) AND (answer IS NULL OR answered_at >= asked_at)`)
      case 'asked-again':
        return persons(sql`SELECT person_id AS id FROM stage_consent WHERE organization_id = ${org} AND story_id = ${event.subjectId}::uuid
          AND asked_at = ${event.at}::timestamptz AND answer IS NULL`)
      case 'award-givers':
        return persons(sql`SELECT DISTINCT a.giver_id AS id FROM award_result x JOIN award a ON a.organization_id = x.organization_id AND a.id = x.award_id
          WHERE x.organization_id = ${org} AND x.outcome_id = ${event.subjectId}::uuid AND a.revoked_at IS NULL`)
      case 'import-people':
        // Result by result: joined, the planner takes an organization that came after its statistics for one row, and walks it for each.
        return persons(sql`SELECT DISTINCT c.id FROM outcome o CROSS JOIN LATERAL (SELECT x.person_id AS id FROM contributor x
          WHERE x.organization_id = o.organization_id AND x.outcome_id = o.id OFFSET 0) c
          WHERE o.organization_id = ${org} AND o.import_id = ${event.subjectId}::uuid`)
    }
  }
}

type Part = ReturnType<typeof sql>

/** Contributors as the ledger had them before. */
async function listBefore(tx: SqlTx, org: Part, event: EventRow): Promise<string[]> {
  const row = await tx.one<{ payload: Payload }>(sql`
    SELECT payload FROM event WHERE organization_id = ${org} AND subject_kind = 'outcome' AND subject_id = ${event.subjectId}::uuid
      AND type IN ('outcome.verified', 'outcome.amended', 'outcome.united', 'outcome.split-settled') AND id < ${event.id}::uuid ORDER BY id DESC LIMIT 1`)
  return row ? contributorsIn(row.payload) : []
}

/** A draft is nobody's but its author's. */
async function newlyNamed(tx: SqlTx, org: Part, outcome: OutcomeRow | null): Promise<string[]> {
  if (!outcome || outcome.state === 'draft') return []
  const told = await tx.rows<{ id: string }>(sql`
    SELECT person_id AS id FROM notification WHERE organization_id = ${org} AND subject_id = ${outcome.id}::uuid AND topic = 'named'`)
  return outcome.contributors.map((c) => c.id).filter((id) => !told.some((t) => t.id === id))
}

/** Nobody waits for what was decided meanwhile. */
async function listDeciders(tx: SqlTx, actor: Actor, outcome: OutcomeRow): Promise<string[]> {
  if (outcome.state !== 'submitted' && outcome.state !== 'second-look') return []
  const chains = await loadChains(tx, actor, [leadTeamOf(outcome)])
  const [waits] = await listWaitsFor(tx, actor, [recordOf(outcome, chains)])
  return [...(waits?.deciders ?? []), ...(waits?.ask ?? [])].map(({ id }) => id)
}

export async function loadAbout(tx: SqlTx, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, OutcomeRow>> {
  const rows = await loadOutcomes(tx, actor, [...new Set(ids)])
  return new Map(rows.map((row) => [row.id, row]))
}
