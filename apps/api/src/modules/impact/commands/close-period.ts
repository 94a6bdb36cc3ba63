import { sql } from '@oeuvre/db/sql'
import { readSnapshot } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { codeOfDays } from '@oeuvre/domain/impact/closing/rules'
import type { ClosePeriodInput, ReportedFigures } from '@oeuvre/domain/impact/closing/schema'
import type { ImpactEvent } from '@oeuvre/domain/impact/events'
import { currencyDigits } from '@oeuvre/domain/money/currencies'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { chooseCells, loadBase } from '../queries/choose-cells.ts'
import { scopeOf } from '../queries/get-page.ts'
import { listNotConverted } from '../queries/list-not-converted.ts'
import { headlineOf, loadFigures } from '../queries/load-figures.ts'

/**
 * The figures of a period as a board is told them: kept as they stand, with the version of the ledger that they are of. Nothing is locked:
 * what is recorded later for these days stands beside them, dated, with its reason.
 * @throws DomainError period-not-over, period-closed, date-invalid
 */
export async function closePeriod(ctx: CommandContext, { from, to, note }: ClosePeriodInput): Promise<{ id: string }> {
  const { organizationId, personId, settings, today } = ctx.actor
  if (from > to) throw new DomainError({ code: 'date-invalid', field: 'to' })
  if (to >= today) throw new DomainError({ code: 'period-not-over', field: 'to' })
  const { version, figures } = await loadReported(ctx, { from, to })
  return mutate(ctx, async (tx, emit) => {
    await lockOrganization(tx, organizationId)
    const last = await tx.one<{ round: number; isReopened: boolean }>(sql`
      SELECT p.round, r.closing_id IS NOT NULL AS "isReopened" FROM closed_period p
      LEFT JOIN reopened_period r ON r.organization_id = p.organization_id AND r.closing_id = p.id
      WHERE p.organization_id = ${organizationId}::uuid AND p.from_day = ${from}::date AND p.to_day = ${to}::date ORDER BY p.round DESC LIMIT 1`)
    if (last && !last.isReopened) throw new DomainError('period-closed')
    const closed = await tx.one<{ id: string }>(sql`
      INSERT INTO closed_period (organization_id, code, from_day, to_day, round, ledger_version, facts_version, closed_by_id, closed_at, note, figures)
      SELECT v.organization_id, ${codeOfDays({ from, to }, settings.fiscalYearStartMonth)}, ${from}::date, ${to}::date, ${(last?.round ?? 0) + 1}::smallint,
        ${version}::bigint, v.facts_version, ${personId}::uuid, ${ctx.now}::timestamptz, ${note}, ${JSON.stringify(figures)}::jsonb
      FROM organization_version v WHERE v.organization_id = ${organizationId}::uuid RETURNING id`)
    if (!closed) throw new DomainError('not-found')
    const subject = { kind: 'closing', id: closed.id } as const
    const event: ImpactEvent = { type: 'period.closed', subject, payload: { from, to, ledgerVersion: version } }
    emit(event)
    return closed
  })
}

/** Of one snapshot, so that version and figures are of each other. */
function loadReported({ db, actor }: CommandContext, days: { from: string; to: string }) {
  const { organizationId, settings } = actor
  return readSnapshot(db, organizationId, async (tx): Promise<{ version: string; figures: ReportedFigures }> => {
    const base = await loadBase(tx, organizationId, null)
    const scope = scopeOf(actor, {}, days)
    const headline = headlineOf(await loadFigures(tx, chooseCells(scope, base, 'month')))
    const { resultsBp, outcomes, valueMinor, potentialMinor, people, medianDays } = headline
    const missing = await listNotConverted(tx, { ...scope, ledgerVersion: base.version })
    const notConverted = missing.map(({ currency, digits, outcomes, valueMinor }) => ({ currency, digits, outcomes, valueMinor }))
    const currency = settings.reportingCurrency
    const sums = { resultsBp, outcomes, valueMinor, potentialMinor, people, medianDays }
    return { version: base.version, figures: { ...sums, currency, digits: currencyDigits(currency) ?? 2, notConverted } }
  })
}
