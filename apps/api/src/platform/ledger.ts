import { raw, sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'

/** One entry as it is appended; version and time of record are given by the bump. Minor units as decimal strings. */
export type CreditRow = {
  readonly outcome_id: string
  readonly revision: number
  readonly person_id: string
  readonly weight: number
  readonly count_bp: number
  readonly value_minor: string | null
  readonly currency: string | null
  readonly digits: number | null
  readonly reporting_minor: string | null
  readonly value_kind: string
  /** YYYY-MM-DD */
  readonly effective_on: string
  readonly cause: string
  readonly reverses: string | null
  readonly side: string
  readonly rung: number
  readonly is_imported: boolean
  readonly days_to_verify: string | null
  readonly is_promise_kept: boolean | null
  readonly touch_days: number | null
  readonly team_id: string | null
  readonly type_id: string
  readonly skill_id: string | null
  readonly program_id: string | null
  readonly objective_id: string | null
  readonly is_lead: boolean
}
export type CreditChannelRow = { readonly outcome_id: string; readonly revision: number; readonly channel_id: string }

/** Gathers what a command appends to the ledger, and whether it changed anything else that a figure reads. */
export type Ledger = {
  readonly credits: CreditRow[]
  readonly channels: CreditChannelRow[]
  /** Teams, accounts, consents, types, settings … changed: figures must be asked again. */
  touchFacts(): void
  isFactsTouched(): boolean
}

export function newLedger(): Ledger {
  let touched = false
  return {
    credits: [],
    channels: [],
    touchFacts() {
      touched = true
    },
    isFactsTouched: () => touched,
  }
}

const columns =
  'outcome_id uuid, revision int, person_id uuid, weight int, count_bp int, value_minor bigint, currency char(3), digits smallint, reporting_minor bigint, value_kind text, effective_on date, cause text, reverses uuid, side text, rung smallint, is_imported boolean, days_to_verify numeric, is_promise_kept boolean, touch_days int, team_id uuid, type_id uuid, skill_id uuid, program_id uuid, objective_id uuid, is_lead boolean'
const names = columns.replace(/ (uuid|int|bigint|char\(3\)|smallint|text|date|boolean|numeric)(?=,|$)/g, '')

/**
 * The only statement that writes the ledger, and the last of its transaction: it takes the lock on the organization's version,
 * so nobody waits on it for longer than a commit.
 */
export async function appendAndBump(tx: Tx, organizationId: OrganizationId, ledger: Ledger): Promise<void> {
  if (ledger.channels.length)
    await tx.run(sql`
      INSERT INTO credit_channel (organization_id, outcome_id, revision, channel_id)
      SELECT ${organizationId}::uuid, c.outcome_id, c.revision, c.channel_id
      FROM jsonb_to_recordset(${JSON.stringify(ledger.channels)}::jsonb) AS c(outcome_id uuid, revision int, channel_id uuid)`)
  const facts = ledger.isFactsTouched() ? 1 : 0
  if (ledger.credits.length) {
    await tx.run(sql`
      WITH bumped AS (
        UPDATE organization_version SET ledger_version = ledger_version + 1, facts_version = facts_version + ${facts},
          recorded_at = greatest(clock_timestamp(), recorded_at + interval '1 microsecond')
        WHERE organization_id = ${organizationId}::uuid RETURNING ledger_version, recorded_at)
      INSERT INTO credit (organization_id, ledger_version, recorded_at, ${raw(names)})
      SELECT ${organizationId}::uuid, b.ledger_version, b.recorded_at, ${raw(names.replace(/(^|, )(\w+)/g, '$1c.$2'))}
      FROM bumped b, jsonb_to_recordset(${JSON.stringify(ledger.credits)}::jsonb) AS c(${raw(columns)})`)
  } else if (facts)
    await tx.run(sql`
      UPDATE organization_version SET facts_version = facts_version + 1, recorded_at = greatest(clock_timestamp(), recorded_at + interval '1 microsecond')
      WHERE organization_id = ${organizationId}::uuid`)
}
