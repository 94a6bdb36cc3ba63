import { sql } from '@oeuvre/db/sql'
import { DomainError } from '@oeuvre/domain/errors/domain-error'
import { type CommandContext, mutate } from '../../../platform/mutate.ts'
import { listRows } from '../repo.ts'

/**
 * Whoever asks leaves, or says no to an invitation; whoever does neither changes nothing. No event: see `ProgramEvent`.
 * @throws DomainError not-found
 */
export function leaveProgram(ctx: CommandContext, { id }: { id: string }): Promise<{ id: string }> {
  const { actor, now } = ctx
  const { organizationId, personId, today } = actor
  return mutate(ctx, async (tx, _emit, { ledger }) => {
    const [row] = await listRows(tx, actor, id)
    if (!row) throw new DomainError('not-found')
    await tx.run(sql`UPDATE program_participant SET left_on = CASE WHEN joined_on IS NOT NULL THEN coalesce(left_on, ${today}::date) END,
        declined_at = CASE WHEN invited_at IS NOT NULL THEN coalesce(declined_at, ${now}::timestamptz) END
      WHERE organization_id = ${organizationId}::uuid AND program_id = ${id}::uuid AND person_id = ${personId}::uuid`)
    ledger.touchFacts()
    return { id }
  })
}
