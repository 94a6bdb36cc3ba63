import { readSnapshot } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { cohortOf } from '@oeuvre/domain/programs/cohort/rules'
import type { Cohort } from '@oeuvre/domain/programs/cohort/schema'
import { mayKnowBudget, mayKnowValue } from '@oeuvre/domain/programs/policy'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { recordOf } from '../present.ts'
import { listRows } from '../repo.ts'
import { loadCohorts } from './load-cohorts.ts'

/**
 * What became of everybody who joined a program, whoever asks; numbers about people from the smallest group up.
 * @throws DomainError not-found
 */
export function getCohort(ctx: Pick<OrgContext, 'db' | 'actor'>, { id }: { id: string }): Promise<Cohort> {
  const { actor } = ctx
  const { organizationId, settings, today } = actor
  return readSnapshot(ctx.db, organizationId, async (tx) => {
    const [row] = await listRows(tx, actor, id)
    if (!row) throw new DomainError('not-found')
    const record = recordOf(row)
    const cohorts = await loadCohorts(tx, { organizationId, timeZone: settings.timeZone, ids: [id], until: today, ledgerVersion: null })
    const cohort = cohorts.get(id)
    if (!cohort) throw new DomainError('not-found')
    const costs = { budgetMinor: row.budgetMinor === null ? null : BigInt(row.budgetMinor), hours: row.hours }
    return cohortOf(
      { ...cohort, ...costs, today },
      {
        smallestGroup: settings.smallestGroup,
        knowsValue: mayKnowValue(actor, record),
        knowsBudget: mayKnowBudget(actor, record),
      },
    )
  })
}
