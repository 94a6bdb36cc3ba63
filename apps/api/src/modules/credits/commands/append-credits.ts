import type { CreditChannel, CreditEntry } from '@oeuvre/domain/credits/rules'
import type { CreditRow, Ledger } from '../../../platform/ledger.ts'

function rowOf(entry: CreditEntry): CreditRow {
  return {
    outcome_id: entry.outcomeId,
    revision: entry.revision,
    person_id: entry.personId,
    weight: entry.weight,
    count_bp: entry.countBp,
    value_minor: entry.valueMinor?.toString() ?? null,
    currency: entry.currency,
    digits: entry.digits,
    reporting_minor: entry.reportingMinor?.toString() ?? null,
    value_kind: entry.valueKind,
    effective_on: entry.effectiveOn,
    cause: entry.cause,
    reverses: entry.reverses,
    side: entry.side,
    rung: entry.rung,
    is_imported: entry.isImported,
    days_to_verify: entry.daysToVerify,
    is_promise_kept: entry.isPromiseKept,
    touch_days: entry.touchDays,
    team_id: entry.teamId,
    type_id: entry.typeId,
    skill_id: entry.skillId,
    program_id: entry.programId,
    objective_id: entry.objectiveId,
    is_lead: entry.isLead,
  }
}

/** Hands entries to the ledger, which writes them as the last statement of the transaction. */
export function appendCredits(ledger: Ledger, entries: readonly CreditEntry[], channels: readonly CreditChannel[] = []): void {
  ledger.credits.push(...entries.map(rowOf))
  ledger.channels.push(...channels.map((c) => ({ outcome_id: c.outcomeId, revision: c.revision, channel_id: c.channelId })))
}
