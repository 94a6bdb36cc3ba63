import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { HideKudosInput } from '@oeuvre/domain/recognition/kudos/schema'
import { mayHideKudos } from '@oeuvre/domain/recognition/policy'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { kudosFrom, listKudosRows } from '../repo.ts'

/** Whoever is thanked in the open keeps it from the others, or shows it again. @throws DomainError not-found, forbidden */
export function hideKudos(ctx: CommandContext, { id, isHidden }: HideKudosInput): Promise<{ id: string }> {
  const { actor } = ctx
  return mutate(ctx, async (tx) => {
    const [row] = await listKudosRows(tx, actor, kudosFrom.one(actor.organizationId, id), sql`TRUE`, 1)
    if (!row) throw new DomainError('not-found')
    if (!mayHideKudos(actor, row)) throw new DomainError('forbidden')
    await tx.run(sql`UPDATE kudos_person SET hidden_at = ${isHidden ? ctx.now : null}::timestamptz WHERE organization_id = ${actor.organizationId}::uuid
      AND kudos_id = ${id}::uuid AND person_id = ${actor.personId}::uuid AND (hidden_at IS NOT NULL) <> ${isHidden}`)
    return { id }
  })
}
