import { readSnapshot } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { besideOf } from '@oeuvre/domain/programs/beside/rules'
import { cohortOf } from '@oeuvre/domain/programs/cohort/rules'
import type { CohortInCompany } from '@oeuvre/domain/programs/company/schema'
import { mayKnowValue } from '@oeuvre/domain/programs/policy'
import { groupOf, wavesOf } from '@oeuvre/domain/programs/waves/rules'
import { earlierDay } from '@oeuvre/domain/time/day'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { listRows } from '../repo.ts'
import { besideFacts } from './load-beside.ts'
import { loadCohorts } from './load-cohorts.ts'
import { loadNone, loadParticipants } from './load-company.ts'

/**
 * What became of everybody who joined a program, whoever asks, beside other programs and whoever takes part in none; numbers about
 * people from the smallest group up.
 * @throws DomainError not-found
 */
export function getCohort(ctx: Pick<OrgContext, 'db' | 'actor'>, { id }: { id: string }): Promise<CohortInCompany> {
  const { actor } = ctx
  const { organizationId, settings, today } = actor
  const { smallestGroup, timeZone } = settings
  return readSnapshot(ctx.db, organizationId, async (tx) => {
    const rows = (await listRows(tx, actor)).filter((row) => row.id === id || row.from <= today)
    const row = rows.find((one) => one.id === id)
    if (!row) throw new DomainError('not-found')
    const cohorts = await loadCohorts(tx, { organizationId, timeZone, ids: rows.map((one) => one.id), until: today, ledgerVersion: null })
    const all = rows.flatMap((one) => besideFacts(actor, one, cohorts.get(one.id), today) ?? [])
    const own = all.find((one) => one.id === id)
    const loaded = cohorts.get(id)
    if (!own || !loaded) throw new DomainError('not-found')
    const reader = { smallestGroup, knowsValue: own.knowsValue, knowsBudget: own.knowsBudget }
    const days = { organizationId, timeZone, from: row.from, until: earlierDay(row.to, today) }
    const none = await loadNone(tx, { ...days, today })
    const ids = own.people.map(({ personId }) => personId)
    const participants = await loadParticipants(tx, days, { ids, accounts: own.accounts })
    // What people do elsewhere is no owner's to know.
    const beside = { smallestGroup, knowsValue: mayKnowValue(actor, { ownerId: '' }) }
    const areEnough = none.people.length >= smallestGroup && none.joined >= smallestGroup
    return {
      ...cohortOf(own, reader),
      from: days.from,
      until: days.until,
      waves: row.waves > 1 ? wavesOf(loaded, { count: row.waves, of: loaded.waveOf }, reader) : [],
      others: besideOf(
        all.filter((one) => one.id !== id),
        smallestGroup,
      ).programs,
      participants: groupOf(participants, beside),
      none: areEnough ? groupOf(none, beside) : null,
    }
  })
}
