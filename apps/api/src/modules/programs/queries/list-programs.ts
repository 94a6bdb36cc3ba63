import { readSnapshot } from '@oeuvre/db/tenant'
import { currencyDigits } from '@oeuvre/domain/money/currencies'
import { isPermitted } from '@oeuvre/domain/organizations/policy'
import type { ProgramsFilter, ProgramsOutput } from '@oeuvre/domain/programs/schema'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { titlesOf } from '../../objectives/queries/find-objective.ts'
import { presentProgram } from '../present.ts'
import { listRows } from '../repo.ts'

/** Programs, each with what the one who asks has to do with it. Names nobody but owners. */
export function listPrograms(ctx: Pick<OrgContext, 'db' | 'actor'>, filter: ProgramsFilter): Promise<ProgramsOutput> {
  const { actor } = ctx
  const { today, settings } = actor
  return readSnapshot(ctx.db, actor.organizationId, async (tx) => {
    const all = await listRows(tx, actor)
    const kept = all.filter((row) => (row.isArchived ? filter.archived : row.to < today ? filter.ended : true))
    const titles = await titlesOf(tx, actor, [...new Set(kept.flatMap((row) => row.objectiveId ?? []))])
    return {
      programs: kept.map((row) => presentProgram(row, actor, titles)),
      others: {
        ended: all.filter((row) => !row.isArchived && row.to < today).length,
        archived: all.filter((row) => row.isArchived).length,
      },
      currency: settings.reportingCurrency,
      digits: currencyDigits(settings.reportingCurrency) ?? 2,
      today,
      smallestGroup: settings.smallestGroup,
      can: { create: isPermitted(actor, 'program.edit') },
    }
  })
}
