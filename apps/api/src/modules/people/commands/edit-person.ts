import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { PersonEvent } from '@oeuvre/domain/people/events'
import { canOfPerson } from '@oeuvre/domain/people/policy'
import type { EditPersonInput } from '@oeuvre/domain/people/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { lockOrganization } from '../../../platform/writing.ts'
import { recordOf } from '../present.ts'
import { lockAll, type PersonRow } from '../repo.ts'
import { refuseTaken } from './create-person.ts'

function changedFields(before: PersonRow, now: EditPersonInput): string[] {
  const pairs: [string, string | null, string | null][] = [
    ['name', before.name, now.name],
    ['email', before.email, now.email],
    ['title', before.title, now.title],
    ['site', before.site, now.site],
    ['externalId', before.external_id, now.externalId],
    ['joinedOn', before.joined_on, now.joinedOn],
  ]
  return pairs.filter(([, was, is]) => was !== is).map(([field]) => field)
}

/** @throws DomainError not-found, forbidden, conflict, email-taken, external-id-taken */
export function editPerson(ctx: CommandContext, input: EditPersonInput): Promise<{ version: number }> {
  const { organizationId } = ctx.actor
  return mutate(ctx, async (tx, emit) => {
    await lockOrganization(tx, organizationId)
    const [before] = await lockAll(tx, organizationId, [input.id])
    if (!before) throw new DomainError('not-found')
    if (!canOfPerson(ctx.actor, recordOf(before)).edit) throw new DomainError('forbidden')
    if (before.version !== input.version) throw new DomainError('conflict')
    await refuseTaken(tx, organizationId, input)
    const fields = changedFields(before, input)
    if (!fields.length) return { version: before.version }
    await tx.run(sql`
      UPDATE person SET name = ${input.name}, name_key = ${normalisedKey(input.name)}, email = ${input.email}, title = ${input.title}, site = ${input.site},
        external_id = ${input.externalId}, joined_on = ${input.joinedOn}::date, version = version + 1, updated_at = now()
      WHERE organization_id = ${organizationId}::uuid AND id = ${input.id}::uuid`)
    emit({ type: 'person.edited', subject: { kind: 'person', id: input.id }, payload: { fields } } satisfies PersonEvent)
    return { version: before.version + 1 }
  })
}
