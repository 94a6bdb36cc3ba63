import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { TeamEvent } from '@oeuvre/domain/people/events'
import type { SetManagersInput } from '@oeuvre/domain/people/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { getTeamRow, lockAll } from '../repo.ts'

/**
 * Exactly these people manage the team: their reach changes at once.
 * @throws DomainError not-found, person-has-left
 */
export function setManagers(ctx: CommandContext, input: SetManagersInput): Promise<void> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await getTeamRow(tx, organizationId, input.id)
    const people = await lockAll(tx, organizationId, input.personIds)
    const gone = people.find((p) => p.status !== 'active')
    if (gone)
      throw new DomainError({
        code: 'person-has-left',
        field: `personIds.${input.personIds.indexOf(gone.id)}`,
        params: { leftOn: gone.left_on ?? '' },
      })
    await tx.run(sql`
      DELETE FROM team_manager WHERE organization_id = ${organizationId}::uuid AND team_id = ${input.id}::uuid AND person_id <> ALL (${input.personIds}::uuid[])`)
    await tx.run(sql`
      INSERT INTO team_manager (organization_id, team_id, person_id)
      SELECT ${organizationId}::uuid, ${input.id}::uuid, p FROM unnest(${input.personIds}::uuid[]) p ON CONFLICT DO NOTHING`)
    await tx.run(
      sql`UPDATE team SET version = version + 1, updated_at = now() WHERE organization_id = ${organizationId}::uuid AND id = ${input.id}::uuid`,
    )
    emit({
      type: 'team.managers-set',
      subject: { kind: 'team', id: input.id },
      payload: { personIds: input.personIds },
    } satisfies TeamEvent)
    ledger.touchFacts()
  })
}
