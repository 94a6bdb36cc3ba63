import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { OrganizationId } from '@oeuvre/domain/ids/ids'
import type { Actor, GrantableRole } from '@oeuvre/domain/organizations/schema'
import type { PersonEvent } from '@oeuvre/domain/people/events'
import { canOfPerson } from '@oeuvre/domain/people/policy'
import { endFrom, leavingUndoMinutes } from '@oeuvre/domain/people/rules'
import type { EndPersonInput } from '@oeuvre/domain/people/schema'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { endAccessOf } from '../../organizations/commands/end-access.ts'
import { recordOf } from '../present.ts'
import { listMemberships, lockAll, replaceMemberships, teamsChanged } from '../repo.ts'

/**
 * Somebody leaves: memberships, roles and sessions end at once, open outcomes pass to the manager (told by `person.left`), credits
 * stay. `leftOn` is the first day without them.
 * @throws DomainError not-found, forbidden, date-in-future, last-administrator
 */
export function endPerson(ctx: CommandContext, input: EndPersonInput): Promise<{ managerId: string | null }> {
  const { organizationId, today } = ctx.actor
  if (input.leftOn > today) throw new DomainError({ code: 'date-in-future', field: 'leftOn' })
  return mutate(ctx, async (tx, emit, tools) => {
    await lockOrganization(tx, organizationId)
    const [person] = await lockAll(tx, organizationId, [input.id])
    if (!person) throw new DomainError('not-found')
    if (!canOfPerson(ctx.actor, recordOf(person)).end) throw new DomainError('forbidden')
    if (person.joined_on && input.leftOn < person.joined_on)
      throw new DomainError({ code: 'date-too-early', field: 'leftOn', params: { min: person.joined_on } })
    const hadAccess = await endAccessOf(tx, organizationId, input.id) // asks about the last administrator, so before roles go
    const managerId = await managerOf(tx, ctx.actor, input)
    const periods = (await listMemberships(tx, organizationId, [input.id])).get(input.id) ?? []
    const roles = await takeRoles(tx, organizationId, input.id)
    const managedTeamIds = await takeTeams(tx, organizationId, input.id)
    await replaceMemberships(tx, organizationId, new Map([[input.id, endFrom(periods, input.leftOn)]]))
    await tx.run(sql`
      UPDATE person SET status = 'left', left_on = ${input.leftOn}::date, version = version + 1, updated_at = now()
      WHERE organization_id = ${organizationId}::uuid AND id = ${input.id}::uuid`)
    const eventId = emit({
      type: 'person.left',
      subject: { kind: 'person', id: input.id },
      payload: {
        leftOn: input.leftOn,
        managerId,
        roles,
        managedTeamIds,
        hadAccess,
        memberships: periods,
      },
    } satisfies PersonEvent)
    await tools.enqueue('pass-on-outcomes', { eventId })
    await ctx.enqueue(tx, 'mail-work', { organizationId, eventId }, leavingUndoMinutes * 60)
    await teamsChanged(tools, [input.id])
    return { managerId }
  })
}

async function takeRoles(tx: Tx, organizationId: OrganizationId, personId: string): Promise<GrantableRole[]> {
  const rows = await tx.rows<{ role: GrantableRole }>(sql`
    DELETE FROM role_grant WHERE organization_id = ${organizationId}::uuid AND person_id = ${personId}::uuid RETURNING role`)
  return rows.map((r) => r.role)
}

async function takeTeams(tx: Tx, organizationId: OrganizationId, personId: string): Promise<string[]> {
  const rows = await tx.rows<{ team_id: string }>(sql`
    DELETE FROM team_manager WHERE organization_id = ${organizationId}::uuid AND person_id = ${personId}::uuid RETURNING team_id`)
  return rows.map((r) => r.team_id)
}

/**
 * A manager of their last team who can sign in, else of the next one up; null: nobody. As the tree is today, in which that manager
 * will act.
 */
async function managerOf(tx: Tx, { organizationId, today }: Actor, { id, leftOn }: EndPersonInput): Promise<string | null> {
  const row = await tx.one<{ id: string }>(sql`
    WITH RECURSIVE up AS (
      SELECT m.team_id AS id, 0 AS height FROM team_membership m
      WHERE m.organization_id = ${organizationId}::uuid AND m.person_id = ${id}::uuid
        AND daterange(m.valid_from, m.valid_to) @> least(${today}::date, ${leftOn}::date - 1)
      UNION ALL
      SELECT p.parent_id, up.height + 1 FROM up JOIN team_placement p ON p.organization_id = ${organizationId}::uuid AND p.team_id = up.id
      WHERE daterange(p.valid_from, p.valid_to) @> ${today}::date AND p.parent_id IS NOT NULL AND up.height < 50)
    SELECT m.person_id AS id FROM up JOIN team_manager m ON m.organization_id = ${organizationId}::uuid AND m.team_id = up.id
    JOIN person p ON p.organization_id = m.organization_id AND p.id = m.person_id
    JOIN membership u ON u.organization_id = p.organization_id AND u.person_id = p.id AND u.ended_at IS NULL
    WHERE m.person_id <> ${id}::uuid AND p.status = 'active' ORDER BY up.height, p.name_key, p.id LIMIT 1`)
  return row?.id ?? null
}
