import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { TeamEvent } from '@oeuvre/domain/people/events'
import type { ArchiveTeamInput } from '@oeuvre/domain/people/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { getTeamRow } from '../repo.ts'

/**
 * An archived team takes nobody any more; its history and its results stay. Also brings one back.
 * @throws DomainError not-found, team-not-empty (people or teams are in it, today or later)
 */
export function archiveTeam(ctx: CommandContext, input: ArchiveTeamInput): Promise<void> {
  const { organizationId, today } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const team = await getTeamRow(tx, organizationId, input.id)
    if (team.is_archived === input.isArchived) return
    if (input.isArchived) {
      const used = await tx.one<{ people: string; teams: string }>(sql`
        SELECT (SELECT count(*) FROM team_membership m WHERE m.organization_id = ${organizationId}::uuid AND m.team_id = ${input.id}::uuid
            AND (m.valid_to IS NULL OR m.valid_to > ${today}::date)) AS people,
          (SELECT count(*) FROM team_placement p JOIN team t ON t.organization_id = p.organization_id AND t.id = p.team_id
            WHERE p.organization_id = ${organizationId}::uuid AND p.parent_id = ${input.id}::uuid AND t.archived_at IS NULL
            AND (p.valid_to IS NULL OR p.valid_to > ${today}::date)) AS teams`)
      if (used && (used.people !== '0' || used.teams !== '0')) throw new DomainError({ code: 'team-not-empty', params: used })
    }
    await tx.run(sql`
      UPDATE team SET archived_at = ${input.isArchived ? ctx.now : null}::timestamptz, version = version + 1, updated_at = now()
      WHERE organization_id = ${organizationId}::uuid AND id = ${input.id}::uuid`)
    emit({ type: 'team.archived', subject: { kind: 'team', id: input.id }, payload: { isArchived: input.isArchived } } satisfies TeamEvent)
    ledger.touchFacts()
  })
}
