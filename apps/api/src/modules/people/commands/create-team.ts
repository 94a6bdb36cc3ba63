import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { TeamEvent } from '@oeuvre/domain/people/events'
import type { CreateTeamInput } from '@oeuvre/domain/people/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { getTeamRow, replacePlacements } from '../repo.ts'

/**
 * A team, below another or at the top, since ever. Sent twice it is one team.
 * @throws DomainError not-found (parent), external-id-taken
 */
export function createTeam(ctx: CommandContext, input: CreateTeamInput): Promise<{ id: string }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const again = await tx.one(sql`SELECT FROM team WHERE organization_id = ${organizationId}::uuid AND id = ${input.id}::uuid`)
    if (again) return { id: input.id }
    if (input.parentId) await getTeamRow(tx, organizationId, input.parentId)
    const inserted = await tx.run(sql`
      INSERT INTO team (organization_id, id, external_id, name, name_key)
      VALUES (${organizationId}::uuid, ${input.id}::uuid, ${input.externalId}, ${input.name}, ${normalisedKey(input.name)})
      ON CONFLICT (organization_id, external_id) DO NOTHING`)
    if (!inserted) throw new DomainError({ code: 'external-id-taken', field: 'externalId' })
    await replacePlacements(tx, organizationId, input.id, [{ teamId: input.id, parentId: input.parentId, from: null, to: null }])
    emit({ type: 'team.created', subject: { kind: 'team', id: input.id }, payload: { parentId: input.parentId } } satisfies TeamEvent)
    ledger.touchFacts()
    return { id: input.id }
  })
}
