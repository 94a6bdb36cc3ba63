import { empty, type Sql, sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import type { AccountVisibility } from '@oeuvre/domain/accounts/schema'
import type { ContributorRole, Rung, Side } from '@oeuvre/domain/credits/schema'
import type { FileOutput } from '@oeuvre/domain/files/schema'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import type { OutcomeState, PersonRef, TypeRef } from '@oeuvre/domain/outcomes/schema'
import type { Conversion } from '@oeuvre/domain/rates/schema'
import { dayNow } from '../../people/visible-to.ts'
import { isAgreed, isShownByClient } from './is-corroborated.ts'

/** A person on an outcome. `teamNow` decides who may see and act, `team` is the one of the day of the result. */
export type ContributorRow = PersonRef & {
  readonly role: ContributorRole
  readonly weight: number
  readonly team: { readonly id: string; readonly name: string } | null
  readonly teamNow: string | null
}
/** A registered account, as far as it decides who may see it. */
export type AccountRow = {
  readonly id: string
  readonly personId: string
  readonly handle: string | null
  readonly visibility: AccountVisibility
  readonly isWithdrawn: boolean
  readonly isOwnerActive: boolean
  readonly ownerTeamId: string | null
}
export type ChannelRow = {
  readonly id: string
  readonly kind: 'social' | 'conventional'
  readonly code: string | null
  readonly name: string | null
  readonly platform: string | null
  readonly account: AccountRow | null
}
export type EvidenceRow = {
  readonly id: string
  readonly url: string | null
  readonly label: string
  /** It is a file and no link. */
  readonly file: Omit<FileOutput, 'kind'> | null
  readonly platform: string | null
  /** The link is recognised as one of this account's. */
  readonly account: AccountRow | null
  readonly addedAt: string
  readonly addedBy: PersonRef | null
  readonly isFromClient: boolean
}

/** An outcome with everything that a policy, a list or a decision asks about it. */
export type OutcomeRow = {
  readonly id: string
  readonly version: number
  readonly state: OutcomeState
  readonly title: string
  readonly subject: string
  readonly occurredOn: string | null
  readonly firstTouchOn: string | null
  readonly valueMinor: string | null
  readonly currency: string | null
  readonly digits: number | null
  /** In minor units of the reporting currency; by which rates, where it was stated in another. */
  readonly reportingMinor: string | null
  readonly conversion: Conversion | null
  readonly side: Side
  readonly rung: Rung
  readonly skillId: string | null
  readonly objectiveId: string | null
  readonly programId: string | null
  readonly externalId: string | null
  readonly importId: string | null
  readonly revision: number
  readonly mergedIntoId: string | null
  readonly isWithoutChannel: boolean
  /** A link or a file; a number in the CRM stands in `externalId`. */
  readonly hasEvidence: boolean
  /** Corroborated by colleagues who are named: one agrees to the split as it is and no objection stands open. */
  readonly isAgreed: boolean
  readonly isShownByClient: boolean
  readonly weightsAre: 'parts' | 'basis-points'
  readonly authorId: string | null
  readonly decidedById: string | null
  readonly firstDeciderId: string | null
  readonly submittedAt: Date | null
  readonly decidedAt: Date | null
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly type: TypeRef | null
  readonly contributors: readonly ContributorRow[]
  readonly channels: readonly ChannelRow[]
}
/** What a list shows and what decides who may do what. */
export type SummaryRow = Omit<
  OutcomeRow,
  | 'firstTouchOn'
  | 'reportingMinor'
  | 'conversion'
  | 'skillId'
  | 'objectiveId'
  | 'programId'
  | 'externalId'
  | 'mergedIntoId'
  | 'isWithoutChannel'
  | 'weightsAre'
  | 'hasEvidence'
  | 'isAgreed'
  | 'isShownByClient'
>
export type OutcomeTexts = {
  readonly storySituation: string
  readonly storyAction: string
  readonly storyResult: string
  readonly authorName: string | null
  readonly decidedByName: string | null
  readonly isDecidedByImport: boolean
  readonly evidence: readonly EvidenceRow[]
  /** Who typed or loaded the rates by which the value was converted, by the id of the load. */
  readonly ratesBy: Readonly<Record<string, PersonRef>> | null
}
export type OutcomeFullRow = OutcomeRow & OutcomeTexts

/** A dated row that holds on a day (half open; null bounds are −∞ and ∞). */
export function holdsOn(alias: 'm' | 'tp' | 'n', day: Sql): Sql {
  const from = { m: sql`m.valid_from`, tp: sql`tp.valid_from`, n: sql`n.valid_from` }[alias]
  const to = { m: sql`m.valid_to`, tp: sql`tp.valid_to`, n: sql`n.valid_to` }[alias]
  return sql`(${from} IS NULL OR ${from} <= ${day}) AND (${to} IS NULL OR ${to} > ${day})`
}

/** The columns of an `OutcomeRow`, of `outcome o`. */
export function outcomeColumns(actor: Pick<Actor, 'today'>): Sql {
  return sql`${summaryColumns(actor)}, o.first_touch_on AS "firstTouchOn", o.reporting_minor AS "reportingMinor", o.conversion, o.skill_id AS "skillId",
    o.objective_id AS "objectiveId", o.program_id AS "programId", o.external_id AS "externalId", o.merged_into_id AS "mergedIntoId",
    o.is_without_channel AS "isWithoutChannel", o.weights_are AS "weightsAre",
    EXISTS (SELECT FROM evidence e WHERE e.organization_id = o.organization_id AND e.outcome_id = o.id) AS "hasEvidence",
    ${isAgreed} AS "isAgreed", ${isShownByClient} AS "isShownByClient"`
}

/** Those of a `SummaryRow`: each column of a page costs. One sub-select per list: a page of 50 needs no second statement. */
export function summaryColumns(actor: Pick<Actor, 'today'>): Sql {
  const today = sql`${actor.today}::date`
  return sql`o.id, o.version, o.state, o.title, o.subject, o.occurred_on AS "occurredOn", o.value_minor AS "valueMinor", o.currency, o.digits, o.side, o.rung,
    o.import_id AS "importId", o.revision, o.author_id AS "authorId", o.decided_by_id AS "decidedById", o.first_decider_id AS "firstDeciderId",
    o.submitted_at AS "submittedAt", o.decided_at AS "decidedAt", o.created_at AS "createdAt", o.updated_at AS "updatedAt",
    (SELECT json_build_object('id', t.id, 'code', t.code, 'name', t.name, 'valueKind', t.value_kind, 'pigment', t.pigment)
      FROM outcome_type t WHERE t.organization_id = o.organization_id AND t.id = o.type_id) AS type,
    (SELECT coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'role', c.role, 'weight', c.weight,
        'team', CASE WHEN tm.id IS NOT NULL THEN json_build_object('id', tm.id, 'name', tm.name) END, 'teamNow', n.team_id) ORDER BY c.position), '[]')
      FROM contributor c JOIN person p ON p.organization_id = c.organization_id AND p.id = c.person_id
      LEFT JOIN team_membership m ON m.organization_id = c.organization_id AND m.person_id = c.person_id
        AND ${holdsOn('m', sql`coalesce(o.occurred_on, ${today})`)}
      LEFT JOIN team tm ON tm.organization_id = m.organization_id AND tm.id = m.team_id
      LEFT JOIN team_membership n ON n.organization_id = c.organization_id AND n.person_id = c.person_id AND ${holdsOn('n', dayNow(today))}
      WHERE c.organization_id = o.organization_id AND c.outcome_id = o.id) AS contributors,
    (SELECT coalesce(json_agg(json_build_object('id', ch.id, 'kind', ch.kind, 'code', ch.code, 'name', ch.name, 'platform', ch.platform,
        'account', CASE WHEN oc.account_id IS NOT NULL THEN (${accountOf(sql`oc.account_id`, today)}) END)
        ORDER BY ch.position, oc.account_id), '[]')
      FROM outcome_channel oc JOIN channel ch ON ch.organization_id = oc.organization_id AND ch.id = oc.channel_id
      WHERE oc.organization_id = o.organization_id AND oc.outcome_id = o.id) AS channels`
}

function accountOf(id: Sql, today: Sql): Sql {
  return sql`SELECT json_build_object('id', a.id, 'personId', a.person_id, 'handle', a.handle, 'visibility', a.visibility,
      'isWithdrawn', a.withdrawn_at IS NOT NULL, 'isOwnerActive', ap.status = 'active' AND (ap.left_on IS NULL OR ap.left_on > ${today}),
      'ownerTeamId', n.team_id)
    FROM social_account a JOIN person ap ON ap.organization_id = a.organization_id AND ap.id = a.person_id
    LEFT JOIN team_membership n ON n.organization_id = a.organization_id AND n.person_id = a.person_id AND ${holdsOn('n', today)}
    WHERE a.organization_id = o.organization_id AND a.id = ${id}`
}

function textColumns(actor: Pick<Actor, 'today'>): Sql {
  return sql`, o.story_situation AS "storySituation", o.story_action AS "storyAction", o.story_result AS "storyResult",
  (SELECT p.name FROM person p WHERE p.organization_id = o.organization_id AND p.id = o.author_id) AS "authorName",
  (SELECT p.name FROM person p WHERE p.organization_id = o.organization_id AND p.id = o.decided_by_id) AS "decidedByName",
  (o.import_id IS NOT NULL AND o.decided_at IS NOT NULL AND (SELECT e.actor_kind FROM event e WHERE e.organization_id = o.organization_id
    AND e.subject_kind = 'outcome' AND e.subject_id = o.id AND e.payload->>'to' = o.state ORDER BY e.id DESC LIMIT 1) = 'import') IS TRUE AS "isDecidedByImport",
  (SELECT coalesce(json_agg(json_build_object('id', e.id, 'url', e.url, 'label', e.label, 'platform', e.platform, 'isFromClient', e.is_from_client,
      'file', CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type, 'size', f.size,
        'width', f.width, 'height', f.height) END,
      'account', CASE WHEN e.account_id IS NOT NULL THEN (${accountOf(sql`e.account_id`, sql`${actor.today}::date`)}) END, 'addedAt', e.created_at,
      'addedBy', CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'name', p.name) END) ORDER BY e.created_at, e.position, e.id), '[]')
    FROM evidence e LEFT JOIN stored_file f ON f.organization_id = e.organization_id AND f.id = e.file_id
    LEFT JOIN person p ON p.organization_id = e.organization_id AND p.id = e.added_by_id
    WHERE e.organization_id = o.organization_id AND e.outcome_id = o.id) AS evidence,
  CASE WHEN o.conversion IS NOT NULL THEN (SELECT json_object_agg(l.id, json_build_object('id', p.id, 'name', p.name)) FROM rate_load l
    JOIN person p ON p.organization_id = l.organization_id AND p.id = l.by_id
    WHERE l.organization_id = o.organization_id AND l.id IN ((o.conversion#>>'{from,loadId}')::uuid, (o.conversion#>>'{to,loadId}')::uuid)) END AS "ratesBy"`
}

async function load<T>(tx: SqlTx, actor: Actor, ids: readonly string[], more: Sql): Promise<T[]> {
  if (ids.length === 0) return []
  // One by its key is planned once; a plan for lists of unknown length would expect too many.
  const [first] = ids
  const wanted = ids.length === 1 ? sql`o.id = ${first}::uuid` : sql`o.id = ANY (${[...ids]}::uuid[])`
  const statement = sql`SELECT ${outcomeColumns(actor)}${more} FROM outcome o WHERE o.organization_id = ${actor.organizationId}::uuid AND ${wanted}`
  const rows = await (ids.length === 1 ? tx.prepared<T & { id: string }>(statement) : tx.rows<T & { id: string }>(statement))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Those that exist in the organization, in the order asked. Who may see them is still to be asked. */
export function loadOutcomes(tx: SqlTx, actor: Actor, ids: readonly string[]): Promise<OutcomeRow[]> {
  return load<OutcomeRow>(tx, actor, ids, empty)
}

/** With texts and evidence. */
export function loadFullOutcomes(tx: SqlTx, actor: Actor, ids: readonly string[]): Promise<OutcomeFullRow[]> {
  return load<OutcomeFullRow>(tx, actor, ids, textColumns(actor))
}
