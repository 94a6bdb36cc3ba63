import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { PersonEvent } from '@oeuvre/domain/people/events'
import { canOfPerson } from '@oeuvre/domain/people/policy'
import { leavingUndoMinutes } from '@oeuvre/domain/people/rules'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { recordOf } from '../present.ts'
import { lockAll, replaceMemberships, teamsChanged } from '../repo.ts'

type Left = Extract<PersonEvent, { type: 'person.left' }>['payload']

/**
 * Somebody is back. Within ten minutes it undoes the leaving: teams, roles, access and open outcomes are as before. Later they come back as a
 * person alone: a right that was taken away for good is not given again in passing.
 * @throws DomainError not-found, forbidden
 */
export function returnPerson(ctx: CommandContext, input: { id: string }): Promise<{ isUndone: boolean }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, tools) => {
    const [person] = await lockAll(tx, organizationId, [input.id])
    if (!person) throw new DomainError('not-found')
    if (!canOfPerson(ctx.actor, recordOf(person)).return) throw new DomainError('forbidden')
    await tx.run(sql`
      UPDATE person SET status = 'active', left_on = NULL, version = version + 1, updated_at = now()
      WHERE organization_id = ${organizationId}::uuid AND id = ${input.id}::uuid`)
    const left = await tx.one<{ payload: Left; at: Date }>(sql`
      SELECT payload, at FROM event WHERE organization_id = ${organizationId}::uuid AND subject_kind = 'person' AND subject_id = ${input.id}::uuid
        AND type = 'person.left' ORDER BY id DESC LIMIT 1`)
    const isUndone = left !== null && ctx.now.getTime() - left.at.getTime() < leavingUndoMinutes * 60_000
    if (isUndone) await restore(tx, organizationId, input.id, left.payload)
    const eventId = emit({ type: 'person.returned', subject: { kind: 'person', id: input.id }, payload: {} } satisfies PersonEvent)
    tools.ledger.touchFacts()
    if (isUndone) {
      await tools.enqueue('pass-on-outcomes', { eventId })
      await teamsChanged(tools, [input.id])
    }
    return { isUndone }
  })
}

async function restore(tx: Tx, organizationId: OrganizationId, id: string, left: Left): Promise<void> {
  await replaceMemberships(tx, organizationId, new Map([[id, left.memberships]]))
  await tx.run(sql`
    INSERT INTO role_grant (organization_id, person_id, role)
    SELECT ${organizationId}::uuid, ${id}::uuid, r FROM unnest(${[...left.roles]}::text[]) r ON CONFLICT DO NOTHING`)
  await tx.run(sql`
    INSERT INTO team_manager (organization_id, team_id, person_id)
    SELECT ${organizationId}::uuid, t, ${id}::uuid FROM unnest(${[...left.managedTeamIds]}::uuid[]) t ON CONFLICT DO NOTHING`)
  if (left.hadAccess)
    await tx.run(sql`UPDATE membership SET ended_at = NULL WHERE organization_id = ${organizationId}::uuid AND person_id = ${id}::uuid`)
}
