import { readSnapshot, type SqlTx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { currencyDigits } from '@oeuvre/domain/money/currencies'
import { canSeeObjective, mayKnowAmounts } from '@oeuvre/domain/objectives/policy'
import { cumulated, daysOf } from '@oeuvre/domain/objectives/progress/rules'
import type { ObjectivePage } from '@oeuvre/domain/objectives/schema'
import { chainAbove, servedBy } from '@oeuvre/domain/objectives/tree/rules'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { amountOf, presentObjective } from '../present.ts'
import { listRows, type ObjectiveRow, readerOf } from './load-objectives.ts'
import { loadServed, loadServedByDay, loadServedByTeam, nothingServed, type Within } from './load-served.ts'

/**
 * One objective, how it went day by day, and by which teams. Progress is of the whole organization, whoever asks.
 * @throws DomainError not-found, also for one that this reader does not see
 */
export function getObjective(ctx: Pick<OrgContext, 'db' | 'actor'>, { id }: { id: string }): Promise<ObjectivePage> {
  const { actor } = ctx
  const { organizationId, today, settings } = actor
  return readSnapshot(ctx.db, organizationId, async (tx) => {
    const reader = await readerOf(tx, actor)
    const all = await listRows(tx, actor)
    const seen = all.filter((row) => canSeeObjective(reader, row))
    const row = seen.find((one) => one.id === id)
    if (!row) throw new DomainError('not-found')
    const under = seen.filter((one) => one.parentId === id && !one.isArchived)
    const within: Within = { organizationId, reach: null, today }
    const served = await loadServed(tx, { ids: [id, ...under.map((one) => one.id)], within })
    const present = (one: ObjectiveRow) => presentObjective(one, served.get(one.id) ?? nothingServed, reader, today)
    const above = chainAbove(all, id).slice(1).reverse()
    return {
      objective: { ...present(row), why: row.why },
      above: above.flatMap((at) => seen.flatMap((one) => (one.id === at ? [{ id: one.id, title: one.title }] : []))),
      below: under.map(present),
      servedBy: servedBy(all, id),
      currency: settings.reportingCurrency,
      digits: currencyDigits(settings.reportingCurrency) ?? 2,
      today,
      timeZone: settings.timeZone,
      days: daysOf(row),
      ...(mayKnowAmounts(reader, row) ? await loadCourse(tx, row, within) : { line: null, teams: null }),
    }
  })
}

async function loadCourse(tx: SqlTx, row: ObjectiveRow, within: Within): Promise<Pick<ObjectivePage, 'line' | 'teams'>> {
  const asked = { ids: [row.id], within }
  const byDay = await loadServedByDay(tx, asked)
  const teams = await loadServedByTeam(tx, asked)
  return {
    line: cumulated(
      row,
      byDay.map((one) => ({ day: one.day, amount: amountOf(row, one) })),
      within.today,
    ),
    teams: teams.map((one) => ({ id: one.id, name: one.name, reached: String(amountOf(row, one)), outcomes: one.outcomes })),
  }
}
