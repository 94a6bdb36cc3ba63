import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { TeamEvent } from '@oeuvre/domain/people/events'
import { changeFrom, checkTree } from '@oeuvre/domain/people/rules'
import type { MoveTeamInput } from '@oeuvre/domain/people/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { getTeamRow, listPlacements, replacePlacements } from '../repo.ts'

/**
 * A team stands below another, or at the top, from a day on and until the next change on record.
 * @throws DomainError not-found, team-cycle, team-archived
 */
export function moveTeam(ctx: CommandContext, input: MoveTeamInput): Promise<void> {
  const { organizationId } = ctx.actor
  const { id, parentId, from } = input
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    await getTeamRow(tx, organizationId, id)
    if (parentId && (await getTeamRow(tx, organizationId, parentId)).is_archived)
      throw new DomainError({ code: 'team-archived', field: 'parentId' })
    if (parentId === id) throw new DomainError({ code: 'team-cycle', field: 'parentId' })
    const all = await listPlacements(tx, organizationId)
    const mine = changeFrom(
      all.filter((p) => p.teamId === id),
      (interval) => ({ ...interval, teamId: id, parentId }),
      from,
    )
    const refusals = checkTree([...all.filter((p) => p.teamId !== id), ...mine], 'parentId')
    if (refusals.length) throw new DomainError(refusals)
    await replacePlacements(tx, organizationId, id, mine)
    await tx.run(
      sql`UPDATE team SET version = version + 1, updated_at = now() WHERE organization_id = ${organizationId}::uuid AND id = ${id}::uuid`,
    )
    emit({ type: 'team.moved', subject: { kind: 'team', id }, payload: { parentId, from } } satisfies TeamEvent)
    ledger.touchFacts()
  })
}
