import { readSnapshot } from '@oeuvre/db/tenant'
import { currencyDigits } from '@oeuvre/domain/money/currencies'
import { canSeeObjective, mayEditObjective } from '@oeuvre/domain/objectives/policy'
import type { ObjectivesFilter, ObjectivesOutput } from '@oeuvre/domain/objectives/schema'
import { inTree } from '@oeuvre/domain/objectives/tree/rules'
import { isPermitted } from '@oeuvre/domain/organizations/policy'
import type { Actor } from '@oeuvre/domain/organizations/schema'
import { resolvePeriod } from '@oeuvre/domain/time/periods'
import type { OrgContext } from '../../../platform/http-organization.ts'
import { presentObjective } from '../present.ts'
import { listRows, readerOf } from './load-objectives.ts'
import { loadServed, nothingServed } from './load-served.ts'

/** Objectives that this reader sees, as a tree; progress is of the whole organization, whoever asks. */
export function listObjectives(ctx: Pick<OrgContext, 'db' | 'actor'>, filter: ObjectivesFilter): Promise<ObjectivesOutput> {
  const { actor } = ctx
  const { organizationId, today, settings } = actor
  return readSnapshot(ctx.db, organizationId, async (tx) => {
    const reader = await readerOf(tx, actor)
    const all = await listRows(tx, actor)
    const seen = all.filter((row) => canSeeObjective(reader, row))
    const kept = seen
      .filter((row) => (row.isArchived ? filter.archived : row.to < today ? filter.ended : true))
      .toSorted((a, b) => Number(a.to < today) - Number(b.to < today))
    const within = { organizationId, reach: null, today }
    const served = await loadServed(tx, { ids: kept.map(({ id }) => id), within })
    const year = resolvePeriod({ kind: 'relative', name: 'this-fiscal-year' }, today, settings)
    return {
      objectives: inTree(all, kept).map((row) => presentObjective(row, served.get(row.id) ?? nothingServed, reader, today)),
      others: {
        ended: seen.filter((row) => !row.isArchived && row.to < today).length,
        archived: seen.filter((row) => row.isArchived).length,
      },
      currency: settings.reportingCurrency,
      digits: currencyDigits(settings.reportingCurrency) ?? 2,
      today,
      year: { from: year.from, to: today },
      can: canSet(actor),
    }
  })
}

function canSet(actor: Actor): ObjectivesOutput['can'] {
  const ofOrganization = mayEditObjective(actor, { teamId: null })
  return { create: isPermitted(actor, 'objective.edit'), ofOrganization, ofTeams: ofOrganization ? null : [...actor.reachTeamIds] }
}
