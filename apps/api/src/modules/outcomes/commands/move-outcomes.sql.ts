import { type Sql, sql } from '@oeuvre/db/sql'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { OutcomeState } from '@oeuvre/domain/outcomes/schema'
import type { Conversion } from '@oeuvre/domain/rates/schema'

/** A change of state, conditional on the state and version that were read. What is not changed is given as it was. */
export type Move = {
  readonly id: string
  readonly version: number
  readonly from: OutcomeState
  readonly to: OutcomeState
  readonly rung: number
  readonly revision: number
  readonly reporting_minor: string | null
  readonly conversion: Conversion | null
  readonly submitted_at: Date | null
  readonly decided_at: Date | null
  readonly decided_by_id: string | null
  readonly first_decider_id: string | null
}

/** In the order of ids, so that two sets that overlap wait for one another instead of dying. */
export function lockOutcomes(organizationId: OrganizationId, ids: readonly string[]): Sql {
  return sql`SELECT id FROM outcome WHERE organization_id = ${organizationId}::uuid AND id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`
}

export function moveOutcomes(organizationId: OrganizationId, now: Date, moves: readonly Move[]): Sql {
  return sql`UPDATE outcome o SET state = x.to, version = o.version + 1, updated_at = ${now}::timestamptz, rung = x.rung, revision = x.revision,
      reporting_minor = x.reporting_minor, conversion = x.conversion, submitted_at = x.submitted_at, decided_at = x.decided_at, decided_by_id = x.decided_by_id,
      first_decider_id = x.first_decider_id
    FROM jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS x(id uuid, version int, "from" text, "to" text, rung smallint, revision int,
      reporting_minor bigint, conversion jsonb, submitted_at timestamptz, decided_at timestamptz, decided_by_id uuid, first_decider_id uuid)
    WHERE o.organization_id = ${organizationId}::uuid AND o.id = x.id AND o.version = x.version AND o.state = x.from
    RETURNING o.id`
}

/** The words that go with decisions, under the ids of their events. */
export type Note = {
  readonly id: string
  readonly outcome_id: string
  readonly reason_code: string | null
  readonly words: string
}

export function insertNotes(organizationId: OrganizationId, byId: string | null, now: Date, notes: readonly Note[]): Sql {
  return sql`INSERT INTO review_note (organization_id, id, outcome_id, reason_code, words, by_id, at)
    SELECT ${organizationId}::uuid, x.id, x.outcome_id, x.reason_code, x.words, ${byId}::uuid, ${now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) AS x(id uuid, outcome_id uuid, reason_code text, words text)`
}
