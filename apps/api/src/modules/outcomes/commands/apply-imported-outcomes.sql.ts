import { type Sql, sql } from '@oeuvre/db/sql'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Snapshot } from '@oeuvre/domain/outcomes/history/rules'
import type { Conversion } from '@oeuvre/domain/rates/schema'

/** A row of `outcome` as an import writes it; names are those of the columns. `version`: the one that was read, 0 for a new one. */
export type ImportedRow = {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly type_id: string
  readonly title: string
  readonly subject: string
  readonly subject_key: string
  readonly occurred_on: string
  readonly first_touch_on: string | null
  readonly value_minor: string | null
  readonly currency: string | null
  readonly digits: number | null
  readonly reporting_minor: string | null
  readonly conversion: Conversion | null
  readonly side: string
  readonly rung: number
  readonly story_situation: string
  readonly story_action: string
  readonly story_result: string
  readonly objective_id: string | null
  readonly external_id: string
  readonly import_id: string | null
  readonly author_id: string | null
  readonly revision: number
  readonly submitted_at: string | null
  readonly decided_at: string | null
  readonly decided_by_id: string | null
}
export type ImportedParts = {
  readonly contributors: readonly {
    readonly outcomeId: string
    readonly personId: string
    readonly role: string
    readonly weight: number
    readonly position: number
  }[]
  readonly channels: readonly { readonly outcomeId: string; readonly channelId: string; readonly accountId: string | null }[]
  readonly versions: readonly { readonly outcomeId: string; readonly version: number; readonly snapshot: Snapshot }[]
}
export type Batch = { readonly organizationId: OrganizationId; readonly now: Date; readonly personId: string | null }

const columns = sql`id uuid, version int, state text, type_id uuid, title text, subject text, subject_key text, occurred_on date, first_touch_on date,
  value_minor bigint, currency char(3), digits smallint, reporting_minor bigint, conversion jsonb, side text, rung smallint, story_situation text, story_action text,
  story_result text, objective_id uuid, external_id text, import_id uuid, author_id uuid, revision int, submitted_at timestamptz, decided_at timestamptz, decided_by_id uuid`

/** New outcomes; answers with how many were really new. */
export function insertImported({ organizationId, now }: Batch, rows: readonly ImportedRow[]): Sql {
  return sql`INSERT INTO outcome (organization_id, id, state, type_id, title, subject, subject_key, occurred_on, first_touch_on, value_minor, currency,
      digits, reporting_minor, conversion, side, rung, story_situation, story_action, story_result, objective_id, external_id, import_id, author_id, revision, submitted_at,
      decided_at, decided_by_id, created_at, updated_at)
    SELECT ${organizationId}::uuid, x.id, x.state, x.type_id, x.title, x.subject, x.subject_key, x.occurred_on, x.first_touch_on, x.value_minor, x.currency,
      x.digits, x.reporting_minor, x.conversion, x.side, x.rung, x.story_situation, x.story_action, x.story_result, x.objective_id, x.external_id, x.import_id, x.author_id, x.revision,
      x.submitted_at, x.decided_at, x.decided_by_id, ${now}::timestamptz, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(${columns})
    ON CONFLICT (organization_id, id) DO NOTHING`
}

/** Known outcomes, each on condition of the version that was read; answers with how many were changed. */
export function updateImported({ organizationId, now }: Batch, rows: readonly ImportedRow[]): Sql {
  return sql`UPDATE outcome o SET version = o.version + 1, state = x.state, type_id = x.type_id, title = x.title, subject = x.subject,
      subject_key = x.subject_key, occurred_on = x.occurred_on, first_touch_on = x.first_touch_on, value_minor = x.value_minor, currency = x.currency,
      digits = x.digits, reporting_minor = x.reporting_minor, conversion = x.conversion, side = x.side, rung = x.rung, story_situation = x.story_situation,
      story_action = x.story_action, story_result = x.story_result, objective_id = x.objective_id, external_id = nullif(x.external_id, ''), import_id = x.import_id, author_id = x.author_id, revision = x.revision,
      submitted_at = x.submitted_at, decided_at = x.decided_at, decided_by_id = x.decided_by_id, first_decider_id = NULL, updated_at = ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(${columns})
    WHERE o.organization_id = ${organizationId}::uuid AND o.id = x.id AND o.version = x.version`
}

export function deleteParts({ organizationId }: Batch, outcomeIds: readonly string[]): Sql {
  const mine = sql`organization_id = ${organizationId}::uuid AND outcome_id = ANY (${[...outcomeIds]}::uuid[])`
  return sql`WITH people AS (DELETE FROM contributor WHERE ${mine}) DELETE FROM outcome_channel WHERE ${mine}`
}

export function insertImportedParts({ organizationId, now, personId }: Batch, parts: ImportedParts): Sql {
  const org = sql`${organizationId}::uuid`
  return sql`WITH people AS (
      INSERT INTO contributor (organization_id, outcome_id, person_id, role, weight, position)
      SELECT ${org}, x."outcomeId", x."personId", x.role, x.weight, x.position FROM jsonb_to_recordset(${JSON.stringify(parts.contributors)}::jsonb)
        AS x("outcomeId" uuid, "personId" uuid, role text, weight int, position smallint)),
    carried AS (
      INSERT INTO outcome_channel (organization_id, outcome_id, channel_id, account_id)
      SELECT ${org}, x."outcomeId", x."channelId", x."accountId" FROM jsonb_to_recordset(${JSON.stringify(parts.channels)}::jsonb)
        AS x("outcomeId" uuid, "channelId" uuid, "accountId" uuid))
    INSERT INTO outcome_version (organization_id, outcome_id, version, snapshot, actor_kind, actor_person_id, at)
    SELECT ${org}, x."outcomeId", x.version, x.snapshot, 'import', ${personId}::uuid, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(parts.versions)}::jsonb) AS x("outcomeId" uuid, version int, snapshot jsonb)`
}
