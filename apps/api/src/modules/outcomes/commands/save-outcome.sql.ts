import { type Sql, sql } from '@oeuvre/db/sql'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Snapshot } from '@oeuvre/domain/outcomes/history/rules'
import type { OutcomeDraft, OutcomeState } from '@oeuvre/domain/outcomes/schema'
import type { Conversion } from '@oeuvre/domain/rates/schema'

/** What saving writes into the row itself; names are those of the columns. */
export type OutcomeColumns = {
  readonly state: OutcomeState
  readonly type_id: string | null
  readonly title: string
  readonly subject: string
  readonly subject_key: string
  readonly occurred_on: string | null
  readonly first_touch_on: string | null
  readonly value_minor: string | null
  readonly currency: string | null
  readonly digits: number | null
  readonly reporting_minor: string | null
  readonly conversion: Conversion | null
  readonly side: string
  readonly rung: number
  readonly skill_id: string | null
  readonly objective_id: string | null
  readonly program_id: string | null
  readonly story_situation: string
  readonly story_action: string
  readonly story_result: string
  readonly external_id: string | null
  readonly is_without_channel: boolean
  readonly weights_are: string
  readonly submitted_at: string | null
  readonly revision: number
}
/** What hangs on it: written anew with every saving, but for evidence, which keeps who added it and when. */
export type OutcomeParts = {
  readonly contributors: readonly { readonly personId: string; readonly role: string; readonly weight: number }[]
  readonly channels: readonly { readonly channelId: string; readonly accountId: string | null }[]
  readonly evidence: readonly (Omit<OutcomeDraft['evidence'][number], 'url'> & {
    readonly url: string | null
    readonly platform: string | null
    readonly accountId: string | null
  })[]
}
/** The snapshot of this version; null: a draft keeps none. */
export type Version = { readonly snapshot: Snapshot; readonly actorKind: string; readonly actorPersonId: string | null } | null
export type Target = { readonly organizationId: OrganizationId; readonly id: string; readonly now: Date }

const columns = sql`state text, type_id uuid, title text, subject text, subject_key text, occurred_on date, first_touch_on date, value_minor bigint,
  currency char(3), digits smallint, reporting_minor bigint, conversion jsonb, side text, rung smallint, skill_id uuid, objective_id uuid, program_id uuid, story_situation text, story_action text,
  story_result text, external_id text, is_without_channel boolean, weights_are text, submitted_at timestamptz, revision int`
const names = sql`state, type_id, title, subject, subject_key, occurred_on, first_touch_on, value_minor, currency, digits, reporting_minor, conversion, side, rung,
  skill_id, objective_id, program_id, story_situation, story_action, story_result, external_id, is_without_channel, weights_are, submitted_at, revision`

/** CTEs that insert the parts of the outcome in `saved(id, version)`. */
function partsOf({ organizationId, now }: Target, parts: OutcomeParts, addedById: string | null, version: Version): Sql {
  const org = sql`${organizationId}::uuid`
  const contributors = parts.contributors.map((c, position) => ({ ...c, position }))
  const evidence = parts.evidence.map((e, position) => ({ ...e, position }))
  return sql`people AS (
      INSERT INTO contributor (organization_id, outcome_id, person_id, role, weight, position)
      SELECT ${org}, saved.id, x."personId", x.role, x.weight, x.position
      FROM saved, jsonb_to_recordset(${JSON.stringify(contributors)}::jsonb) AS x("personId" uuid, role text, weight int, position smallint)),
    carried AS (
      INSERT INTO outcome_channel (organization_id, outcome_id, channel_id, account_id)
      SELECT ${org}, saved.id, x."channelId", x."accountId"
      FROM saved, jsonb_to_recordset(${JSON.stringify(parts.channels)}::jsonb) AS x("channelId" uuid, "accountId" uuid)),
    shown AS (
      INSERT INTO evidence (organization_id, id, outcome_id, kind, file_id, url, label, platform, account_id, is_from_client, position, added_by_id, created_at)
      SELECT ${org}, x.id, saved.id, CASE WHEN x."fileId" IS NULL THEN 'link' ELSE 'file' END, x."fileId", x.url, x.label, x.platform, x."accountId", x."isFromClient", x.position, ${addedById}::uuid, ${now}::timestamptz
      FROM saved, jsonb_to_recordset(${JSON.stringify(evidence)}::jsonb)
        AS x(id uuid, "fileId" uuid, url text, label text, platform text, "accountId" uuid, "isFromClient" boolean, position smallint)
      ON CONFLICT (organization_id, id) DO UPDATE SET kind = excluded.kind, file_id = excluded.file_id, url = excluded.url, label = excluded.label, platform = excluded.platform,
        account_id = excluded.account_id, is_from_client = excluded.is_from_client, position = excluded.position WHERE evidence.outcome_id = excluded.outcome_id
      RETURNING id),
    kept AS (
      INSERT INTO outcome_version (organization_id, outcome_id, version, snapshot, actor_kind, actor_person_id, at)
      SELECT ${org}, saved.id, saved.version, ${JSON.stringify(version?.snapshot ?? null)}::jsonb, ${version?.actorKind ?? ''}, ${version?.actorPersonId ?? null}::uuid,
        ${now}::timestamptz FROM saved WHERE ${version !== null})`
}

const answer = sql`SELECT saved.version, (SELECT count(*)::int FROM shown) AS shown FROM saved`
/** No row: somebody was first. Fewer `shown` than given: an id of evidence belongs to another outcome. */
export type Saved = { readonly version: number; readonly shown: number }

/** Outcome, people, channels, evidence and version in one statement, or nothing when the id is taken. */
export function insertOutcome(target: Target, row: OutcomeColumns, parts: OutcomeParts, authorId: string | null, version: Version): Sql {
  return sql`WITH saved AS (
      INSERT INTO outcome (organization_id, id, author_id, created_at, updated_at, ${names})
      SELECT ${target.organizationId}::uuid, ${target.id}::uuid, ${authorId}::uuid, ${target.now}::timestamptz, ${target.now}::timestamptz, x.*
      FROM jsonb_to_record(${JSON.stringify(row)}::jsonb) AS x(${columns})
      ON CONFLICT (organization_id, id) DO NOTHING RETURNING id, version),
    ${partsOf(target, parts, authorId, version)} ${answer}`
}

/** The row, on condition of state and version; its people and channels go. One row or none. */
export function updateOutcome(
  target: Target,
  row: OutcomeColumns,
  from: { state: OutcomeState; version: number },
  evidenceIds: readonly string[],
): Sql {
  const org = sql`${target.organizationId}::uuid`
  return sql`WITH saved AS (
      UPDATE outcome o SET version = o.version + 1, updated_at = ${target.now}::timestamptz, (${names}) = (SELECT x.*
        FROM jsonb_to_record(${JSON.stringify(row)}::jsonb) AS x(${columns}))
      WHERE o.organization_id = ${org} AND o.id = ${target.id}::uuid AND o.version = ${from.version} AND o.state = ${from.state}
      RETURNING o.id, o.version),
    people AS (DELETE FROM contributor c USING saved WHERE c.organization_id = ${org} AND c.outcome_id = saved.id),
    carried AS (DELETE FROM outcome_channel c USING saved WHERE c.organization_id = ${org} AND c.outcome_id = saved.id),
    shown AS (DELETE FROM evidence e USING saved WHERE e.organization_id = ${org} AND e.outcome_id = saved.id AND e.id <> ALL (${[...evidenceIds]}::uuid[]))
    SELECT version FROM saved`
}

/** The parts of an outcome just updated. */
export function insertParts(target: Target, version: number, parts: OutcomeParts, addedById: string | null, snapshot: Version): Sql {
  return sql`WITH saved AS (SELECT ${target.id}::uuid AS id, ${version}::int AS version), ${partsOf(target, parts, addedById, snapshot)} ${answer}`
}
