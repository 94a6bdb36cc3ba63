import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import type { TeamEvent } from '@oeuvre/domain/people/events'
import type { RenameTeamInput } from '@oeuvre/domain/people/schema'
import { normalisedKey } from '@oeuvre/domain/text/normalised-key'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'

/** @throws DomainError not-found */
export function renameTeam(ctx: CommandContext, input: RenameTeamInput): Promise<void> {
  return mutate(ctx, async (tx, emit, { ledger }) => {
    const renamed = await tx.run(sql`
      UPDATE team SET name = ${input.name}, name_key = ${normalisedKey(input.name)}, version = version + 1, updated_at = now()
      WHERE organization_id = ${ctx.actor.organizationId}::uuid AND id = ${input.id}::uuid`)
    if (!renamed) throw new DomainError('not-found')
    emit({ type: 'team.renamed', subject: { kind: 'team', id: input.id }, payload: {} } satisfies TeamEvent)
    ledger.touchFacts()
  })
}
