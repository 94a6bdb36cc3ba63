import { sql } from '@oeuvre/db/sql'
import type { SqlTx } from '@oeuvre/db/tenant'
import { type RecordedEntry, standing } from '@oeuvre/domain/credits/rules'
import type { Actor } from '@oeuvre/domain/organizations/schema'

type Row = Omit<RecordedEntry, 'valueMinor' | 'reportingMinor'> & {
  readonly valueMinor: string | null
  readonly reportingMinor: string | null
}

/** The entries that stand of some outcomes: neither a reversal nor reversed. What is to be taken back. */
export async function listStanding(
  tx: SqlTx,
  actor: Pick<Actor, 'organizationId'>,
  outcomeIds: readonly string[],
): Promise<RecordedEntry[]> {
  return standing(await listEntries(tx, actor, outcomeIds))
}

/** All entries of some outcomes, in the order of the ledger. */
export async function listEntries(
  tx: SqlTx,
  actor: Pick<Actor, 'organizationId'>,
  outcomeIds: readonly string[],
): Promise<RecordedEntry[]> {
  if (outcomeIds.length === 0) return []
  const rows = await tx.rows<Row>(sql`
    SELECT c.id, c.outcome_id AS "outcomeId", c.revision, c.person_id AS "personId", c.weight, c.count_bp AS "countBp", c.value_minor AS "valueMinor",
      c.currency, c.digits, c.reporting_minor AS "reportingMinor", c.value_kind AS "valueKind", c.effective_on AS "effectiveOn", c.cause, c.reverses,
      c.side, c.rung, c.is_imported AS "isImported", c.days_to_verify AS "daysToVerify", c.is_promise_kept AS "isPromiseKept",
      c.touch_days AS "touchDays", c.team_id AS "teamId", c.type_id AS "typeId",
      c.skill_id AS "skillId", c.program_id AS "programId", c.objective_id AS "objectiveId", c.is_lead AS "isLead"
    FROM credit c WHERE c.organization_id = ${actor.organizationId}::uuid AND c.outcome_id = ANY (${[...outcomeIds]}::uuid[])
    ORDER BY c.ledger_version, c.id`)
  return rows.map((r) => ({ ...r, valueMinor: minorOf(r.valueMinor), reportingMinor: minorOf(r.reportingMinor) }))
}

function minorOf(text: string | null): bigint | null {
  return text === null ? null : BigInt(text)
}
