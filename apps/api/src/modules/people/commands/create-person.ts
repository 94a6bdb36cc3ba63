import { sql } from '@oeuvre/db/sql'
import type { Tx } from '@oeuvre/db/tenant'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { PersonEvent } from '@oeuvre/domain/people/events'
import type { CreatePersonInput } from '@oeuvre/domain/people/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { getTeamRow, replaceMemberships } from '../repo.ts'

/**
 * A person, without a login. Sent twice it is one person.
 * @throws DomainError not-found (team), email-taken, external-id-conflict
 */
export function createPerson(ctx: CommandContext, input: CreatePersonInput): Promise<{ id: string }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit, { ledger }) => {
    await lockOrganization(tx, organizationId)
    const again = await tx.one(sql`SELECT FROM person WHERE organization_id = ${organizationId}::uuid AND id = ${input.id}::uuid`)
    if (again) return { id: input.id }
    if (input.team) await getTeamRow(tx, organizationId, input.team.teamId)
    await refuseTaken(tx, organizationId, input)
    await tx.run(sql`
      INSERT INTO person (organization_id, id, external_id, name, name_key, email, title, site, joined_on)
      VALUES (${organizationId}::uuid, ${input.id}::uuid, ${input.externalId}, ${input.name}, ${normalisedKey(input.name)}, ${input.email}, ${input.title},
        ${input.site}, ${input.joinedOn}::date)`)
    const subject = { kind: 'person', id: input.id } as const
    emit({ type: 'person.created', subject, payload: {} } satisfies PersonEvent)
    if (input.team) {
      const { teamId, from } = input.team
      await replaceMemberships(tx, organizationId, new Map([[input.id, [{ teamId, from, to: null }]]]))
      emit({ type: 'person.moved', subject, payload: { teamId, from } } satisfies PersonEvent)
    }
    ledger.touchFacts()
    return { id: input.id }
  })
}

/** An address and a key of the company's own lead to one person. Under the organization's lock. */
export async function refuseTaken(
  tx: Tx,
  organizationId: string,
  person: { id: string; email: string | null; externalId: string | null },
): Promise<void> {
  const others = await tx.rows<{ email: string | null; external_id: string | null }>(sql`
    SELECT email, external_id FROM person WHERE organization_id = ${organizationId}::uuid AND id <> ${person.id}::uuid AND status <> 'erased'
      AND (email = ${person.email} OR external_id = ${person.externalId})`)
  const refusals = [
    ...(person.email && others.some((o) => o.email === person.email) ? [{ code: 'email-taken', field: 'email' } as const] : []),
    ...(person.externalId && others.some((o) => o.external_id === person.externalId)
      ? [{ code: 'external-id-taken', field: 'externalId' } as const]
      : []),
  ]
  if (refusals.length) throw new DomainError(refusals)
}
